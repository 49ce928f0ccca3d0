package jinbo.operator.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.AuditTrail.LoggedAccess;
import jinbo.accesslog.EntryPhase;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.console.ListView.Cell;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says what accesses of the access log did, in the language of the page. */
record LogTexts(AuditTrail auditTrail, Lists lists) {

    /** The purpose of an entry that binds the record of a decision, which an earlier entry may announce. */
    private static final Pattern RECORD = Pattern.compile("the record after (?:the decision|entry (\\d+))");
    /** The beginning of the object of an operation that a second person has confirmed. */
    private static final Pattern REQUEST = Pattern.compile("request (\\d+): ");
    /** The purpose of the refusal of an operation, which is the duty that it needs. */
    private static final Pattern DUTY = Pattern.compile("[A-Z_]+");

    private static final Pattern FIRST_SENTENCE = Pattern.compile("[^.。：；]+");
    private static final Map<String, String> PAGES = Map.of("insurer", "/insurers/", "case", "/cases/");

    /**
     * @param what the operation, or the record that was added, changed or removed
     * @param why the reason that a person gave; empty if there is none
     * @param about the file, list or record, or the arguments of the operation
     * @param page the URL of the page about it; empty if it has none
     * @param decision the entry of the decision after which the record was written
     */
    record LogText(String what, String why, String about, String page, Optional<AccessLogEntry> decision) {}

    private record Named(String name, String text, String rest) {}

    List<LogText> of(List<LoggedAccess> accesses) {
        Map<Long, AccessLogEntry> decisions = auditTrail.findByIds(accesses.stream()
                .flatMap(one -> decisionOf(one.begin()).stream())
                .toList());
        Set<Long> first = auditTrail.findFirstRecords(accesses.stream()
                .map(one -> one.begin().access().object())
                .distinct()
                .toList());
        return accesses.stream()
                .map(one -> text(
                        one,
                        decisionOf(one.begin()).map(decisions::get),
                        first.contains(one.begin().id())))
                .toList();
    }

    private LogText text(LoggedAccess logged, Optional<AccessLogEntry> decision, boolean first) {
        Access access = logged.begin().access();
        if (RECORD.matcher(access.purpose()).matches()) {
            Optional<Named> kind = named(access.object(), name -> find("log.record." + name.replace(' ', '-')));
            if (kind.isPresent()) {
                Named record = kind.get();
                String done =
                        logged.end().flatMap(AccessLogEntry::outcome).orElse("").equals("RECORDED REMOVED")
                                ? "log.removed"
                                : first ? "log.added" : "log.changed";
                return new LogText(
                        lists.message(done, record.text()),
                        decision.map(LogTexts::reason).orElse(""),
                        record.rest(),
                        Optional.ofNullable(PAGES.get(record.name()))
                                .map(pages -> pages + record.rest())
                                .orElse(""),
                        decision);
            }
        }
        Matcher request = REQUEST.matcher(access.object());
        boolean isConfirmed = request.lookingAt();
        Optional<Named> operation =
                named(access.object().substring(isConfirmed ? request.end() : 0), LogTexts::operation);
        return new LogText(
                operation.map(Named::text).orElseGet(() -> lists.message("action." + access.action())),
                reason(logged.begin()),
                operation.map(Named::rest).orElseGet(() -> PageFormat.recorded(access.object())),
                isConfirmed ? "/requests/" + request.group(1) : "",
                Optional.empty());
    }

    private static Optional<Long> decisionOf(AccessLogEntry begin) {
        Matcher record = RECORD.matcher(begin.access().purpose());
        return record.matches() ? Optional.ofNullable(record.group(1)).map(Long::valueOf) : Optional.empty();
    }

    private static String reason(AccessLogEntry begin) {
        String purpose = begin.access().purpose();
        boolean isDuty =
                begin.phase() == EntryPhase.REFUSAL && DUTY.matcher(purpose).matches();
        return isDuty || purpose.equals("no reason given") ? "" : PageFormat.recorded(purpose);
    }

    /** Finds the longest beginning, in whole words, that has a text. */
    private static Optional<Named> named(String object, Function<String, String> textOf) {
        for (int end = object.length(); end > 0; end = object.lastIndexOf(' ', end - 1)) {
            String name = object.substring(0, end);
            String text = textOf.apply(name);
            if (!text.isEmpty()) {
                return Optional.of(new Named(name, text, object.substring(end).strip()));
            }
        }
        return Optional.empty();
    }

    private String find(String key) {
        return lists.messages().getMessage(key, new Object[0], "", LocaleContextHolder.getLocale());
    }

    /** Returns the first sentence of the help of a command; empty if there is no such command or it has subcommands. */
    private static String operation(String name) {
        Texts texts = Texts.in(Language.of(LocaleContextHolder.getLocale()));
        String prefix = "jinbo." + name.replace(' ', '.') + ".";
        String help = prefix + "usage.description.0";
        if (!texts.has(help)
                || texts.bundle().keySet().stream()
                        .anyMatch(key ->
                                key.startsWith(prefix) && key.endsWith(".usage.description.0") && !key.equals(help))) {
            return "";
        }
        Matcher sentence = FIRST_SENTENCE.matcher(texts.bundle().getString(help));
        return sentence.find() ? sentence.group() : "";
    }

    /** Returns the result as a mark, with the count of numbers below it. */
    Cell result(LoggedAccess logged) {
        Optional<AccessLogEntry> end = logged.end();
        if (logged.begin().outcome().isPresent()) {
            return Cell.mark("log.outcome.", "REFUSED")
                    .note(PageFormat.recorded(logged.begin().outcome().get()));
        }
        if (end.isEmpty()) {
            return Cell.message("log.no-end");
        }
        String outcome = end.get().outcome().orElse("");
        String code = outcome.replaceFirst(" .*", "");
        long numbers = end.get().numbers().orElse(0);
        String more = code.equals("FAILED") ? outcome.substring(code.length()).strip() : "";
        return (find("log.outcome." + code).isEmpty()
                        ? Cell.text(PageFormat.recorded(outcome))
                        : Cell.mark("log.outcome.", code))
                .note(numbers == 0 ? more : lists.message("log.count", numbers));
    }
}
