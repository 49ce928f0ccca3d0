package jinbo.operator.console;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.insurer.InsurerOperations.AddInsurer;
import jinbo.operator.insurer.InsurerOperations.ShowInsurer;
import jinbo.operator.insurer.InsurerSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An insurer's page, with the steps that lead it into the exchange; and where another one is taken on. */
@ConsolePage
record InsurerPages(
        Insurers insurers,
        BusinessLines lines,
        InboundFiles inbound,
        OnboardingSteps steps,
        ListsOfInsurer delivered,
        Sanctions sanctions,
        PageOperations operations,
        Clock clock) {

    private static final int FILES = 30;

    @GetMapping("/insurers/new")
    String asked(Model model) {
        model.addAttribute("lines", lines.openOn(BusinessTime.dateOf(clock.instant())));
        return "insurer-new";
    }

    @PostMapping("/insurers")
    String add(
            RedirectAttributes next,
            @RequestParam FormValue code,
            @RequestParam String name,
            @RequestParam List<FormValue> line,
            @RequestParam FormValue sftp,
            @RequestParam FormValue hostKey,
            @RequestParam FormValue reason,
            @RequestParam MultipartFile sshKey) {
        Function<List<OperationFile>, Operation> form = sshKeys -> new AddInsurer(
                code.as(InsurerCode.class),
                name,
                line.stream().map(one -> one.as(LineCode.class)).toList(),
                Optional.empty(),
                sftp.find(URI.class),
                hostKey.find(String.class).stream().toList(),
                sshKeys,
                reason.find(String.class));
        if (sshKey.isEmpty()) {
            return operations.then("/insurers/new", next, () -> form.apply(List.of()));
        }
        try (SentFile sent = new SentFile(sshKey, "sftp.pub")) {
            return operations.then("/insurers/new", next, () -> form.apply(List.of(new OperationFile(sent.path()))));
        }
    }

    @GetMapping("/insurers/{code}")
    String show(@PathVariable String code, Model model) {
        Insurer insurer = insurers.get(InsurerPages.code(code));
        LocalDate today = BusinessTime.dateOf(clock.instant());
        List<LineParticipation> sold = insurer.linesOn(today);
        List<OnboardingSteps.Step> all = steps.of(insurer);
        model.addAttribute("insurer", insurer);
        model.addAttribute("code", insurer.code().value());
        model.addAttribute("left", insurer.departure().isPresent());
        model.addAttribute("remote", steps.isRemote(insurer));
        model.addAttribute("sold", sold.stream().map(LineParticipation::line).toList());
        model.addAttribute(
                "others",
                lines.openOn(today).stream()
                        .filter(line ->
                                sold.stream().noneMatch(one -> one.line().code().equals(line.code())))
                        .toList());
        model.addAttribute("steps", all);
        List<String> openSteps = insurer.departure().isPresent()
                ? List.of()
                : all.stream()
                        .filter(step -> !step.done())
                        .map(OnboardingSteps.Step::key)
                        .toList();
        model.addAttribute("openSteps", openSteps);
        model.addAttribute("onboarding", !openSteps.isEmpty());
        model.addAttribute(
                "sheet",
                operations
                        .ask(() -> new ShowInsurer(insurer.code()))
                        .result(InsurerSheet.class)
                        .orElseThrow());
        model.addAttribute("lists", delivered.of(insurer.code()));
        model.addAttribute("next", delivered.nextRuns(insurer.code()));
        model.addAttribute(
                "files",
                inbound.newest(insurer.code(), FILES).stream().map(FileRow::of).toList());
        model.addAttribute(
                "sanctions",
                sanctions.all().stream()
                        .filter(sanction -> sanction.subject().insurer().equals(insurer.code()))
                        .map(SanctionPages.Row::of)
                        .toList());
        return "insurer";
    }

    /** @throws NoSuchThingException if that is no code */
    static InsurerCode code(String typed) {
        try {
            return new InsurerCode(typed);
        } catch (IllegalArgumentException none) {
            throw new NoSuchThingException("insurer of this code");
        }
    }
}
