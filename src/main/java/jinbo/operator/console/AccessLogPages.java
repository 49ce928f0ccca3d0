package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        AuditTrail auditTrail, LogEvidence evidence, PageOperations operations, Lists lists, Clock clock) {

    private static final List<Filter> FILTERS = List.of(
            Filter.of("from", "log.from", Kind.DAY),
            Filter.of("until", "log.until", Kind.DAY),
            Filter.of("actor", "log.actor", Kind.TEXT),
            Filter.of("action", "log.action", Kind.CHOICE, Option.messages("action.", AccessAction.values())),
            Filter.of("insurer", "insurer", Kind.TEXT),
            Filter.of("object", "log.object", Kind.TEXT));
    private static final Layout LAYOUT = new Layout(
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

    public record Row(
            String index,
            String at,
            String phase,
            String actor,
            String action,
            String purpose,
            String insurer,
            String object,
            String outcome,
            String numbers) {

        static Row of(AccessLogEntry entry) {
            return new Row(
                    entry.index().isPresent() ? Long.toString(entry.index().getAsLong()) : "",
                    PageFormat.timeToTheSecond(entry.at()),
                    entry.phase().name(),
                    PageFormat.names(entry.access().actor()),
                    entry.access().action().name(),
                    PageFormat.recorded(entry.access().purpose()),
                    entry.access().insurer().orElse(PageFormat.NOTHING),
                    PageFormat.recorded(entry.access().object()),
                    entry.outcome().orElse(PageFormat.NOTHING),
                    entry.numbers().isPresent()
                            ? PageFormat.count(entry.numbers().getAsLong())
                            : PageFormat.NOTHING);
        }
    }

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
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        return lists.show(
                LAYOUT.page(
                        query,
                        FILTERS,
                        auditTrail.accesses(search, query.offset()).stream()
                                .map(access -> row(access, insurers))
                                .toList()),
                model);
    }

    private ListView.Row row(LoggedAccess logged, Function<InsurerCode, Cell> insurers) {
        AccessLogEntry begin = logged.begin();
        Access access = begin.access();
        Cell outcome = begin.phase() == EntryPhase.REFUSAL
                ? Cell.mark("log.phase.", EntryPhase.REFUSAL.name())
                : logged.end()
                        .map(end -> place(end)
                                .note(end.outcome()
                                        .map(AccessLogPages::withoutDigest)
                                        .orElse("")))
                        .orElse(Cell.message("log.no-end"));
        return new ListView.Row(
                Long.toString(begin.id()),
                place(begin),
                Cell.time(begin.at(), clock.instant()),
                Cell.text(PageFormat.names(access.actor())),
                Cell.message("action." + access.action()),
                Cell.text(PageFormat.recorded(access.purpose())),
                access.insurer()
                        .map(code -> insurers.apply(new InsurerCode(code)))
                        .orElse(Cell.NOTHING),
                Cell.text(PageFormat.recorded(access.object())),
                outcome,
                logged.end()
                        .flatMap(end -> end.numbers().stream().boxed().findFirst())
                        .map(Cell::number)
                        .orElse(Cell.NOTHING));
    }

    /** Removes the digest of a decision record, which the page of the entry shows in full. */
    private static String withoutDigest(String outcome) {
        return outcome.replaceFirst("^RECORDED [0-9a-f]{64}$", "RECORDED");
    }

    private static Cell place(AccessLogEntry entry) {
        return entry.index().isPresent()
                ? Cell.text(entry.index().getAsLong())
                        .to("/log/" + entry.index().getAsLong())
                : Cell.message("log.waits");
    }

    @GetMapping("/{index}")
    String entry(@PathVariable long index, Model model) {
        operations.require(ProveEntry.class, "access log, entry " + index);
        AccessLogEntry entry = Optional.ofNullable(auditTrail.at(List.of(index)).get(index))
                .orElseThrow(() -> new NoSuchThingException("entry at this place"));
        model.addAttribute("entry", Row.of(entry));
        model.addAttribute("proof", proofOf(index));
        return "log-entry";
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
