package jinbo.operator.console;

import java.util.Locale;
import java.util.function.Function;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.operator.upload.UploadOperations.RefuseHeldFile;
import jinbo.operator.upload.UploadOperations.ReleaseHeldFile;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.Verdict;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that came in: the held ones, and one with its findings, its whole course, release and refusal. */
@ConsolePage
record FilePages(
        InboundFiles inbound,
        HeldFiles held,
        Findings findings,
        Insurers insurers,
        FileTimeline timeline,
        PageOperations operations) {

    private static final int SAMPLES = 5;

    /** Leads to the held file of an insurer that waits longest. */
    @GetMapping("/held/next")
    String next(@RequestParam String insurer) {
        return held.list().stream()
                .filter(file -> file.insurer().value().equals(insurer))
                .findFirst()
                .map(file -> "redirect:/files/" + file.id())
                .orElse("redirect:/held");
    }

    @GetMapping("/files/{id}")
    String show(Locale locale, @PathVariable long id, Model model) {
        InboundFile file = file(id);
        model.addAttribute("file", FileRow.of(file));
        model.addAttribute("insurerName", insurers.get(file.insurer()).name());
        model.addAttribute(
                "detail", file.verdict().flatMap(Verdict::operatorDetail).orElse(""));
        model.addAttribute("effective", PageFormat.orNothing(file.verdict().flatMap(Verdict::effectiveOn)));
        model.addAttribute("sha256", file.sha256());
        model.addAttribute("size", PageFormat.count(file.size()));
        model.addAttribute("found", FoundInFile.of(file, findings, SAMPLES, locale));
        model.addAttribute("events", timeline.of(file));
        model.addAttribute("held", isHeld(file));
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
}
