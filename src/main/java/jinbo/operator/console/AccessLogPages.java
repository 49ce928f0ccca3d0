package jinbo.operator.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.LogEvidence;
import jinbo.operator.audit.AuditOperations.ProveEntry;
import jinbo.operator.audit.AuditOperations.SearchAuditTrail;
import jinbo.participant.staff.SignedInPerson;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The access log: a search, and of each entry the proof that it is in the log. */
@ConsolePage
@RequestMapping("/log")
record AccessLogPages(AuditTrail auditTrail, LogEvidence evidence, PageAccess pageAccess) {

    private static final int MOST = 200;

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
                    entry.access().actor().name()
                            + entry.access()
                                    .actor()
                                    .confirmedBy()
                                    .map(second -> " + " + second)
                                    .orElse(""),
                    entry.access().action().name(),
                    entry.access().purpose(),
                    entry.access().insurer().orElse(PageFormat.NOTHING),
                    entry.access().object(),
                    entry.outcome().orElse(PageFormat.NOTHING),
                    entry.numbers().isPresent()
                            ? PageFormat.count(entry.numbers().getAsLong())
                            : PageFormat.NOTHING);
        }
    }

    @GetMapping
    String search(
            @AuthenticationPrincipal SignedInPerson by,
            Model model,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String insurer,
            @RequestParam(defaultValue = "") String object) {
        pageAccess.require(by, SearchAuditTrail.class, "access log");
        model.addAttribute("actions", List.of(AccessAction.values()));
        model.addAttribute("most", MOST);
        if (holdNumber(actor) || holdNumber(insurer) || holdNumber(object)) {
            model.addAttribute("numbers", true);
            model.addAttribute("entries", List.of());
            return "log";
        }
        AccessSearch search = new AccessSearch(
                from.map(AccessLogPages::begin),
                until.map(day -> begin(day.plusDays(1))),
                typed(actor),
                typed(action)
                        .flatMap(name -> Arrays.stream(AccessAction.values())
                                .filter(one -> one.name().equals(name))
                                .findFirst()),
                typed(insurer),
                typed(object),
                MOST);
        model.addAttribute("from", from.map(LocalDate::toString).orElse(""));
        model.addAttribute("until", until.map(LocalDate::toString).orElse(""));
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("insurer", insurer);
        model.addAttribute("object", object);
        model.addAttribute(
                "entries", auditTrail.search(search).stream().map(Row::of).toList());
        return "log";
    }

    @GetMapping("/{index}")
    String entry(@AuthenticationPrincipal SignedInPerson by, @PathVariable long index, Model model) {
        pageAccess.require(by, ProveEntry.class, "access log, entry " + index);
        AccessLogEntry entry = Optional.ofNullable(auditTrail.at(List.of(index)).get(index))
                .orElseThrow(() -> new NoSuchThingException("entry at this place"));
        model.addAttribute("entry", Row.of(entry));
        model.addAttribute("proof", proofOf(index));
        return "log-entry";
    }

    /** The proof as the file that {@code audit prove} writes, and {@code verify proof} checks. */
    @GetMapping("/{index}/proof")
    ResponseEntity<String> proof(@AuthenticationPrincipal SignedInPerson by, @PathVariable long index) {
        pageAccess.require(by, ProveEntry.class, "access log, proof of entry " + index);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=entry-" + index + ".tlog-proof")
                .body(proofOf(index));
    }

    private String proofOf(long index) {
        return evidence.prove(index).orElseThrow(() -> new NoSuchThingException("entry at this place"));
    }

    /** A file's name holds a date, which is none. */
    private static boolean holdNumber(String typed) {
        return !PhoneDigits.masked(typed).equals(typed);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    private static Optional<String> typed(String text) {
        return Optional.of(text.strip()).filter(any -> !any.isEmpty());
    }
}
