package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.AuditTrail.LoggedAccess;
import jinbo.accesslog.EntryPhase;
import jinbo.accesslog.LogEvidence;
import jinbo.operator.audit.AuditOperations.ProveEntry;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.LogTexts.LogText;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The search in the access log, and a page for each entry with its inclusion proof. */
@ConsolePage
@RequestMapping("/log")
record AccessLogPages(
        AuditTrail auditTrail, LogEvidence evidence, PageOperations operations, Lists lists, LogTexts texts) {

    private static final Layout LAYOUT = new Layout(
            "log",
            ListView.column("log.index"),
            ListView.column("log.at-actor"),
            ListView.column("log.what"),
            ListView.column("log.about"),
            ListView.column("log.outcome"));
    /** The table for spreadsheets has a column for each value of an entry, as it is recorded. */
    private static final Layout TABLE = new Layout(
            "log",
            ListView.column("log.index"),
            ListView.column("log.at"),
            ListView.column("log.actor"),
            ListView.column("log.action"),
            ListView.column("log.purpose"),
            ListView.column("insurer"),
            ListView.column("log.object"),
            ListView.column("log.outcome"),
            new Column("log.numbers", false, true));

    /** A value of an entry; {@code href} is empty if it leads nowhere. */
    public record Fact(String label, String text, String href) {}

    @GetMapping
    Object search(HttpServletRequest request, Model model) {
        operations.require(SearchAuditTrail.class, "access log");
        ListQuery query = ListQuery.of(request);
        AccessSearch search = new AccessSearch(
                query.start("from"),
                query.end("until"),
                query.find("actor"),
                query.find("action", AccessAction.class),
                query.find("insurer"),
                query.find("object"),
                query.limit());
        List<LoggedAccess> accesses = auditTrail.accesses(search, query.offset());
        List<Filter> filters = List.of(
                Filter.of("from", "log.from", Kind.DAY),
                Filter.of("until", "log.until", Kind.DAY),
                Filter.of("actor", "log.actor", Kind.TEXT),
                Filter.of("action", "log.action", Kind.CHOICE, Option.messages("action.", AccessAction.values())),
                lists.insurerFilter(),
                Filter.of("object", "log.object", Kind.TEXT));
        return lists.show(
                query.isCsv()
                        ? TABLE.page(
                                query,
                                filters,
                                accesses.stream().map(AccessLogPages::columns).toList())
                        : LAYOUT.page(query, filters, rows(accesses)),
                model);
    }

    private List<ListView.Row> rows(List<LoggedAccess> accesses) {
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<LogText> texts = this.texts.of(accesses);
        return IntStream.range(0, accesses.size())
                .mapToObj(at -> {
                    AccessLogEntry begin = accesses.get(at).begin();
                    LogText text = texts.get(at);
                    return new ListView.Row(
                            Long.toString(begin.id()),
                            place(begin),
                            Cell.at(begin.at())
                                    .note(PageFormat.names(begin.access().actor())),
                            Cell.text(text.what()).note(text.why()),
                            Cell.text(text.about())
                                    .to(text.page())
                                    .note(begin.access()
                                            .insurer()
                                            .map(code -> insurers.apply(new InsurerCode(code))
                                                            .note() + " (" + code + ")")
                                            .map(String::strip)
                                            .orElse("")),
                            this.texts.result(accesses.get(at)));
                })
                .toList();
    }

    private static ListView.Row columns(LoggedAccess logged) {
        AccessLogEntry begin = logged.begin();
        Access access = begin.access();
        return new ListView.Row(
                Long.toString(begin.id()),
                place(begin),
                Cell.at(begin.at()),
                Cell.text(PageFormat.names(access.actor())),
                Cell.message("action." + access.action()),
                Cell.text(PageFormat.recorded(access.purpose())),
                Cell.text(access.insurer().orElse("")),
                Cell.text(PageFormat.recorded(access.object())),
                Cell.text(logged.end()
                        .or(() -> Optional.of(begin))
                        .flatMap(AccessLogEntry::outcome)
                        .map(PageFormat::recorded)
                        .orElse("")),
                logged.end()
                        .flatMap(end -> end.numbers().stream().boxed().findFirst())
                        .map(Cell::number)
                        .orElse(Cell.NOTHING));
    }

    private static Cell place(AccessLogEntry entry) {
        return entry.index().isPresent()
                ? Cell.text(entry.index().getAsLong()).to(page(entry))
                : Cell.message("log.waits");
    }

    private static String page(AccessLogEntry entry) {
        return entry.index().isPresent() ? "/log/" + entry.index().getAsLong() : "";
    }

    @GetMapping("/{index}")
    String entry(@PathVariable long index, Model model) {
        operations.require(ProveEntry.class, "access log, entry " + index);
        Map<Long, AccessLogEntry> near = auditTrail.at(List.of(index - 1, index, index + 1));
        AccessLogEntry entry =
                Optional.ofNullable(near.get(index)).orElseThrow(() -> new NoSuchThingException("entry at this place"));
        model.addAttribute("index", index);
        model.addAttribute("hasPrevious", near.containsKey(index - 1));
        model.addAttribute("hasNext", near.containsKey(index + 1));
        model.addAttribute("facts", facts(entry));
        model.addAttribute("recorded", recorded(entry));
        model.addAttribute("proof", proofOf(index));
        return "log-entry";
    }

    private List<Fact> facts(AccessLogEntry entry) {
        LoggedAccess logged = auditTrail.accessOf(entry);
        Access access = entry.access();
        LogText text = texts.of(List.of(logged)).get(0);
        Optional<AccessLogEntry> other =
                entry.phase() == EntryPhase.RESULT ? Optional.of(logged.begin()) : logged.end();
        return shown(
                new Fact("log.event", text.what(), ""),
                new Fact("log.purpose", text.why(), ""),
                new Fact("log.about", text.about(), text.page()),
                new Fact(
                        "insurer",
                        access.insurer().orElse(""),
                        "/insurers/" + access.insurer().orElse("")),
                new Fact("log.at", PageFormat.timeToTheSecond(entry.at()), ""),
                new Fact("log.actor", PageFormat.names(access.actor()), ""),
                new Fact(
                        "log.numbers",
                        entry.numbers().stream()
                                .mapToObj(PageFormat::count)
                                .findFirst()
                                .orElse(""),
                        ""),
                linked("log.decision", text.decision()),
                linked(entry.phase() == EntryPhase.RESULT ? "log.begin" : "log.end", other));
    }

    private List<Fact> recorded(AccessLogEntry entry) {
        return shown(
                new Fact("log.phase", lists.message("log.phase." + entry.phase()), ""),
                new Fact("log.action", entry.access().action().name(), ""),
                new Fact("log.purpose", entry.access().purpose(), ""),
                new Fact("log.object", entry.access().object(), ""),
                new Fact("log.outcome", entry.outcome().orElse(""), ""));
    }

    private static List<Fact> shown(Fact... facts) {
        return Arrays.stream(facts).filter(fact -> !fact.text().isEmpty()).toList();
    }

    private Fact linked(String label, Optional<AccessLogEntry> entry) {
        return entry.filter(one -> one.index().isPresent())
                .map(one -> new Fact(
                        label,
                        lists.message(
                                "page.log-entry", Long.toString(one.index().getAsLong())),
                        page(one)))
                .orElse(new Fact(label, "", ""));
    }

    /** Returns the file that {@code audit prove} writes and {@code verify proof} checks. */
    @GetMapping("/{index}/proof")
    ResponseEntity<String> proof(@PathVariable long index) {
        operations.require(ProveEntry.class, "access log, proof of entry " + index);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=entry-" + index + ".tlog-proof")
                .body(proofOf(index));
    }

    private String proofOf(long index) {
        return evidence.prove(index).orElseThrow(() -> new NoSuchThingException("entry at this place"));
    }
}
