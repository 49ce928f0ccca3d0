package jinbo.operator.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.operator.drop.DropOperations.CheckDrop;
import jinbo.operator.drop.DropOperations.SetDropPassword;
import jinbo.operator.insurer.InsurerOperations.AddInsurerSshKey;
import jinbo.operator.insurer.InsurerOperations.AddLineToInsurer;
import jinbo.operator.insurer.InsurerOperations.EndLineOfInsurer;
import jinbo.operator.insurer.InsurerOperations.PinHostKey;
import jinbo.operator.insurer.InsurerOperations.RecordAgreements;
import jinbo.operator.insurer.InsurerOperations.ResumeInsurer;
import jinbo.operator.insurer.InsurerOperations.SuspendInsurer;
import jinbo.operator.insurer.InsurerOperations.UnpinHostKey;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.operator.key.KeyOperations.AddKey;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.SignedInPerson;
import jinbo.reference.business.LineCode;
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
record InsurerActions(PageOperations operations, RunsInBackground background, PageAccess pageAccess) {

    @PostMapping("/certificate")
    String certificate(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam MultipartFile certificate,
            @RequestParam FormValue reason) {
        try (SentFile sent = new SentFile(certificate, "certificate.asc")) {
            return then(
                    next,
                    code,
                    insurer -> new AddKey(
                            insurer,
                            new OperationFile(sent.path()),
                            Optional.empty(),
                            Optional.empty(),
                            reason.find(String.class)));
        }
    }

    @PostMapping("/ssh-key")
    String sshKey(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam MultipartFile sshKey,
            @RequestParam FormValue reason) {
        try (SentFile sent = new SentFile(sshKey, "sftp.pub")) {
            return then(
                    next,
                    code,
                    insurer -> new AddInsurerSshKey(
                            insurer, List.of(new OperationFile(sent.path())), reason.find(String.class)));
        }
    }

    @PostMapping("/agreements")
    String agreements(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam FormValue selfDiscipline,
            @RequestParam FormValue confidentiality,
            @RequestParam FormValue reason) {
        return then(
                next,
                code,
                insurer -> new RecordAgreements(
                        insurer,
                        selfDiscipline.as(LocalDate.class),
                        confidentiality.as(LocalDate.class),
                        reason.find(String.class)));
    }

    @PostMapping("/host-key")
    String hostKey(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam FormValue fingerprint,
            @RequestParam FormValue reason) {
        return then(
                next, code, insurer -> new PinHostKey(insurer, fingerprint.text(), false, reason.find(String.class)));
    }

    @PostMapping("/host-key/remove")
    String removeHostKey(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam FormValue fingerprint,
            @RequestParam FormValue reason) {
        return then(next, code, insurer -> new UnpinHostKey(insurer, fingerprint.text(), reason.find(String.class)));
    }

    @PostMapping("/password")
    String password(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean forget) {
        return then(
                next,
                code,
                insurer -> new SetDropPassword(
                        insurer,
                        Optional.empty(),
                        forget,
                        Optional.of(password).filter(typed -> !forget).map(HiddenText::new)));
    }

    @PostMapping("/line")
    String line(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam FormValue line,
            @RequestParam FormValue from,
            @RequestParam FormValue reason) {
        return then(
                next,
                code,
                insurer -> new AddLineToInsurer(
                        insurer, line.as(LineCode.class), from.find(LocalDate.class), reason.find(String.class)));
    }

    @PostMapping("/line-end")
    String lineEnd(
            RedirectAttributes next,
            @PathVariable String code,
            @RequestParam FormValue line,
            @RequestParam FormValue on,
            @RequestParam FormValue reason) {
        return then(
                next,
                code,
                insurer -> new EndLineOfInsurer(
                        insurer, line.as(LineCode.class), on.as(LocalDate.class), reason.as(Reason.class)));
    }

    @PostMapping("/check")
    String check(RedirectAttributes next, @PathVariable String code) {
        return then(next, code, CheckDrop::new);
    }

    @PostMapping("/suspend")
    String suspend(RedirectAttributes next, @PathVariable String code) {
        return then(next, code, SuspendInsurer::new);
    }

    @PostMapping("/resume")
    String resume(RedirectAttributes next, @PathVariable String code) {
        return then(next, code, ResumeInsurer::new);
    }

    @PostMapping("/run")
    String run(
            @AuthenticationPrincipal SignedInPerson by,
            @PathVariable String code,
            @RequestParam RunsInBackground.Job job) {
        InsurerCode insurer = InsurerPages.code(code);
        pageAccess.require(by, RunJob.class, "run " + job.job());
        background.begin(job, Optional.of(insurer));
        return "redirect:/runs";
    }

    private String then(RedirectAttributes next, String code, Function<InsurerCode, Operation> form) {
        InsurerCode insurer = InsurerPages.code(code);
        return operations.then("/insurers/" + insurer, next, () -> form.apply(insurer));
    }
}
