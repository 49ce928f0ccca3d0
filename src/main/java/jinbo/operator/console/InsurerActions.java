package jinbo.operator.console;

import java.util.Locale;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done about an insurer on its page. */
@ConsolePage
@RequestMapping("/insurers/{code}")
class InsurerActions {

    private final PageCommands pageCommands;
    private final RunsInBackground background;
    private final PageAccess pageAccess;

    InsurerActions(PageCommands pageCommands, RunsInBackground background, PageAccess pageAccess) {
        this.pageCommands = pageCommands;
        this.background = background;
        this.pageAccess = pageAccess;
    }

    @PostMapping("/certificate")
    String certificate(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam MultipartFile certificate,
            @RequestParam String reason) {
        try (SentFile sent = new SentFile(certificate, "certificate.asc")) {
            return then(
                    next,
                    by,
                    locale,
                    code,
                    CommandLineBuilder.of("key", "add")
                            .option("--reason", reason)
                            .value(known(code))
                            .value(sent.path().toString()));
        }
    }

    @PostMapping("/agreements")
    String agreements(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam String selfDiscipline,
            @RequestParam String confidentiality,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "agree")
                        .option("--self-discipline", selfDiscipline)
                        .option("--confidentiality", confidentiality)
                        .option("--reason", reason)
                        .value(known(code)));
    }

    @PostMapping("/host-key")
    String hostKey(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam String fingerprint,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "pin")
                        .option("--reason", reason)
                        .value(known(code))
                        .value(fingerprint));
    }

    @PostMapping("/line")
    String line(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam String line,
            @RequestParam String from,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "add-line")
                        .option("--line", line)
                        .option("--from", from)
                        .option("--reason", reason)
                        .value(known(code)));
    }

    @PostMapping("/line-end")
    String lineEnd(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam String line,
            @RequestParam String on,
            @RequestParam String reason) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "end-line")
                        .option("--line", line)
                        .option("--on", on)
                        .option("--reason", reason)
                        .value(known(code)));
    }

    @PostMapping("/check")
    String check(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code) {
        return then(
                next, by, locale, code, CommandLineBuilder.of("drop", "check").value(known(code)));
    }

    @PostMapping("/suspend")
    String suspend(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "suspend").value(known(code)));
    }

    @PostMapping("/resume")
    String resume(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            RedirectAttributes next,
            @PathVariable String code) {
        return then(
                next,
                by,
                locale,
                code,
                CommandLineBuilder.of("insurer", "resume").value(known(code)));
    }

    @PostMapping("/run")
    String run(
            @AuthenticationPrincipal SignedInPerson by,
            Locale locale,
            @PathVariable String code,
            @RequestParam RunsInBackground.Job job) {
        pageAccess.require(by, Duty.RUN_JOBS, "run " + job.command());
        background.begin(
                by,
                locale,
                CommandLineBuilder.of("run").option("--insurer", known(code)).value(job.command()));
        return "redirect:/runs";
    }

    private String then(
            RedirectAttributes next,
            SignedInPerson by,
            Locale locale,
            String code,
            CommandLineBuilder commandLineBuilder) {
        return pageCommands.then("/insurers/" + known(code), next, by, locale, commandLineBuilder.list());
    }

    private static String known(String code) {
        return InsurerPages.code(code).value();
    }
}
