package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.operator.upload.UploadOperations.RefuseHeldFile;
import jinbo.operator.upload.UploadOperations.ReleaseHeldFile;
import jinbo.operator.upload.UploadOperations.ShowHeldFile;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Role;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that came in: the held ones, and the whole course of one, with release and refusal. */
@ConsolePage
record FilePages(
        InboundFiles inbound, HeldFiles held, FileTimeline timeline, SignIn signIn, PageOperations operations) {

    public record Found(String code, String count, String meaning) {}

    @GetMapping("/held")
    String held(Model model) {
        model.addAttribute("files", held.list().stream().map(FileRow::of).toList());
        return "held";
    }

    @GetMapping("/files/{id}")
    String show(@AuthenticationPrincipal SignedInPerson by, Locale locale, @PathVariable long id, Model model) {
        InboundFile file = file(id);
        boolean isHeld = isHeld(file);
        model.addAttribute("file", FileRow.of(file));
        model.addAttribute(
                "detail", file.verdict().flatMap(Verdict::operatorDetail).orElse(""));
        model.addAttribute("effective", PageFormat.orNothing(file.verdict().flatMap(Verdict::effectiveOn)));
        model.addAttribute("sha256", file.sha256());
        model.addAttribute("size", PageFormat.count(file.size()));
        model.addAttribute("found", found(file, locale));
        model.addAttribute("events", timeline.of(file));
        model.addAttribute("held", isHeld);
        if (isHeld && Duty.EXAMINE_FILES.roles().contains(roleOf(by))) {
            model.addAttribute("examined", operations.ask(() -> new ShowHeldFile(file.shownName())));
        }
        return "file";
    }

    @PostMapping("/files/{id}/release")
    String release(RedirectAttributes next, @PathVariable long id, @RequestParam FormValue reason) {
        return decide(next, id, name -> new ReleaseHeldFile(name, reason.as(Reason.class)));
    }

    @PostMapping("/files/{id}/refuse")
    String refuse(RedirectAttributes next, @PathVariable long id, @RequestParam FormValue reason) {
        return decide(next, id, name -> new RefuseHeldFile(name, reason.as(Reason.class)));
    }

    private String decide(RedirectAttributes next, long id, Function<String, Operation> form) {
        InboundFile file = file(id);
        // the operation goes by the name, which may have come again since this page was made
        if (!isHeld(file) || held.get(file.shownName()).id() != id) {
            throw new NoSuchThingException("held file of this number");
        }
        return operations.then("/files/" + id, next, () -> form.apply(file.shownName()));
    }

    private InboundFile file(long id) {
        return inbound.find(id).orElseThrow(() -> new NoSuchThingException("file of this number"));
    }

    private boolean isHeld(InboundFile file) {
        return file.verdict()
                        .filter(verdict -> verdict.status() == ReceiptStatus.HELD)
                        .isPresent()
                && held.list().stream().anyMatch(waiting -> waiting.id() == file.id());
    }

    private Role roleOf(SignedInPerson by) {
        return signIn.requireSignedIn(by).role();
    }

    private static List<Found> found(InboundFile file, Locale locale) {
        MessageLanguage language = "zh".equals(locale.getLanguage()) ? MessageLanguage.ZH : MessageLanguage.EN;
        Map<FindingCode, Long> findings =
                file.verdict().map(verdict -> verdict.tally().findings()).orElse(Map.of());
        return findings.entrySet().stream()
                .map(entry -> new Found(
                        entry.getKey().name(),
                        PageFormat.count(entry.getValue()),
                        entry.getKey().message(language)))
                .toList();
    }
}
