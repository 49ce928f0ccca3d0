package jinbo.operator.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jinbo.cases.sanction.Sanctions;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.staff.SignedInPerson;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An insurer's page, with the steps that lead it into the exchange; and where another one is taken on. */
@ConsolePage
class InsurerPages {

    private static final int FILES = 30;

    private final Insurers insurers;
    private final BusinessLines lines;
    private final InboundFiles inbound;
    private final OnboardingSteps steps;
    private final Sanctions sanctions;
    private final PageCommands pageCommands;
    private final Clock clock;

    InsurerPages(
            Insurers insurers,
            BusinessLines lines,
            InboundFiles inbound,
            OnboardingSteps steps,
            Sanctions sanctions,
            PageCommands pageCommands,
            Clock clock) {
        this.insurers = insurers;
        this.lines = lines;
        this.inbound = inbound;
        this.steps = steps;
        this.sanctions = sanctions;
        this.pageCommands = pageCommands;
        this.clock = clock;
    }

    @GetMapping("/insurers/new")
    String asked(Model model) {
        model.addAttribute("lines", lines.openOn(BusinessTime.dateOf(clock.instant())));
        return "insurer-new";
    }

    @PostMapping("/insurers")
    String add(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam List<String> line,
            @RequestParam String sftp,
            @RequestParam String hostKey,
            @RequestParam String reason,
            @RequestParam MultipartFile sshKey) {
        CommandLineBuilder commandLineBuilder = CommandLineBuilder.of("insurer", "add")
                .option("--name", name)
                .option("--sftp", sftp)
                .option("--host-key", hostKey)
                .option("--reason", reason)
                .value(code);
        line.forEach(one -> commandLineBuilder.option("--line", one));
        if (sshKey.isEmpty()) {
            return pageCommands.then("/insurers/new", next, by, locale, commandLineBuilder.list());
        }
        try (SentFile sent = new SentFile(sshKey, "sftp.pub")) {
            return pageCommands.then(
                    "/insurers/new",
                    next,
                    by,
                    locale,
                    commandLineBuilder
                            .option("--ssh-key", sent.path().toString())
                            .list());
        }
    }

    @GetMapping("/insurers/{code}")
    String show(@AuthenticationPrincipal SignedInPerson by, Locale locale, @PathVariable String code, Model model) {
        Insurer insurer = insurers.get(InsurerPages.code(code));
        model.addAttribute("code", insurer.code().value());
        model.addAttribute("name", insurer.name());
        model.addAttribute("active", insurer.isActive());
        model.addAttribute("left", insurer.departure().isPresent());
        model.addAttribute("remote", steps.isRemote(insurer));
        LocalDate today = BusinessTime.dateOf(clock.instant());
        model.addAttribute(
                "sold",
                insurer.linesOn(today).stream().map(LineParticipation::line).toList());
        model.addAttribute(
                "others",
                lines.openOn(today).stream()
                        .filter(line -> insurer.linesOn(today).stream()
                                .noneMatch(sold -> sold.code().equals(line.code())))
                        .toList());
        model.addAttribute("steps", steps.of(insurer));
        model.addAttribute(
                "sheet",
                pageCommands.ask(
                        by,
                        locale,
                        CommandLineBuilder.of("insurer", "show")
                                .value(insurer.code().value())
                                .list()));
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
