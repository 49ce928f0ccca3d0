package jinbo.operator.console;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.batch.JobNames;
import jinbo.batch.schedule.LastSuccesses;
import jinbo.batch.schedule.RunKey;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.drop.DropOperations.CheckDrop;
import jinbo.operator.drop.DropOperations.SetDropPassword;
import jinbo.operator.insurer.InsurerOperations.AddInsurer;
import jinbo.operator.insurer.InsurerOperations.AddInsurerSshKey;
import jinbo.operator.insurer.InsurerOperations.AddLineToInsurer;
import jinbo.operator.insurer.InsurerOperations.EndLineOfInsurer;
import jinbo.operator.insurer.InsurerOperations.PinHostKey;
import jinbo.operator.insurer.InsurerOperations.RecordAgreements;
import jinbo.operator.insurer.InsurerOperations.ResumeInsurer;
import jinbo.operator.insurer.InsurerOperations.ShowInsurer;
import jinbo.operator.insurer.InsurerOperations.SuspendInsurer;
import jinbo.operator.insurer.InsurerOperations.UnpinHostKey;
import jinbo.operator.insurer.InsurerSheet;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.operator.key.CertificateSheet;
import jinbo.operator.key.KeyOperations.AddKey;
import jinbo.participant.insurer.DropChecks;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page of each insurer, the forms that change an insurer, and the form for a new one. */
@ConsolePage
record InsurerPages(
        Insurers insurers,
        BusinessLines lines,
        InboundFiles inbound,
        OnboardingSteps steps,
        DeliveredLists delivered,
        Sanctions sanctions,
        PageOperations operations,
        BackgroundRuns background,
        Clock clock) {

    private static final int FILES = 30;

    /** The steps into the exchange that end problems; while an insurer joins, an open step says it already. */
    private static final Map<Alert.Code, String> STEPS_OF_PROBLEMS = Map.of(
            Alert.Code.AGREEMENTS_MISSING, "agreements",
            Alert.Code.AGREEMENTS_LAPSED, "agreements",
            Alert.Code.AGREEMENTS_END, "agreements",
            Alert.Code.NO_CERTIFICATE, "certificate",
            Alert.Code.NO_SIGNING_KEY, "certificate");

    /** A certificate; {@code purpose} is the key of a message. */
    public record Key(String fingerprint, String purpose, String until) {

        static Key of(CertificateSheet sheet) {
            return new Key(
                    PageFormat.fingerprint(sheet.fingerprint()),
                    KeyPage.purpose(sheet.maySign(), sheet.mayBeEncryptedTo()),
                    sheet.acceptedUntil()
                            .or(sheet::expiresAt)
                            .map(BusinessTime::dateOf)
                            .map(LocalDate::toString)
                            .orElse(""));
        }
    }

    @GetMapping("/insurers/new")
    String newInsurer(Model model) {
        model.addAttribute("lines", lines.openOn(BusinessTime.today(clock)));
        return "insurer-new";
    }

    @PostMapping("/insurers")
    String add(
            @RequestParam FormValue code,
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<FormValue> line,
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
            return operations.submit("/insurers/new", () -> form.apply(List.of()));
        }
        return operations.submitFile("/insurers/new", sshKey, "sftp.pub", file -> form.apply(List.of(file)));
    }

    @GetMapping("/insurers/{code}")
    String show(
            @PathVariable InsurerCode code,
            @ModelAttribute(name = "may", binding = false) Set<String> may,
            @RequestParam Optional<String> step,
            Model model) {
        Insurer insurer = insurers.get(code);
        LocalDate today = BusinessTime.today(clock);
        List<LineParticipation> sold = insurer.linesOn(today);
        List<OnboardingSteps.Step> all = steps.of(insurer);
        model.addAttribute("insurer", insurer);
        model.addAttribute("code", code.value());
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
        model.addAttribute("state", OnboardingSteps.stateOf(insurer, all));
        List<OnboardingSteps.Step> open = insurer.departure().isPresent()
                ? List.of()
                : all.stream().filter(one -> !one.done()).toList();
        model.addAttribute(
                "openSteps", open.stream().map(OnboardingSteps.Step::key).toList());
        model.addAttribute("onboarding", !open.isEmpty());
        boolean joins = OnboardingSteps.stateOf(insurer, all).code().equals("JOINING");
        model.addAttribute("joins", joins);
        model.addAttribute(
                "unfolded",
                step.orElseGet(() -> open.stream()
                        .filter(one -> may.contains(one.duty()) && one.waitsFor() == 0)
                        .findFirst()
                        .or(() -> open.stream().findFirst())
                        .map(OnboardingSteps.Step::key)
                        .orElse("")));
        InsurerSheet sheet = operations
                .execute(() -> new ShowInsurer(code))
                .result(InsurerSheet.class)
                .orElseThrow();
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "problems",
                sheet.problems().stream()
                        .filter(alert -> !joins
                                || open.stream()
                                        .noneMatch(one -> one.key().equals(STEPS_OF_PROBLEMS.get(alert.code()))))
                        .map(alert -> Todo.of(alert, Map.of(code.value(), insurer.name())))
                        .toList());
        model.addAttribute("stepsOfProblems", STEPS_OF_PROBLEMS);
        model.addAttribute(
                "certificates", sheet.certificates().stream().map(Key::of).toList());
        model.addAttribute("lists", delivered.of(code));
        model.addAttribute("next", delivered.nextRuns(code));
        model.addAttribute(
                "files", inbound.newest(code, FILES).stream().map(FileRow::of).toList());
        model.addAttribute(
                "sanctions",
                sanctions.all().stream()
                        .filter(sanction -> sanction.subject().insurer().equals(code))
                        .map(SanctionPages.Row::of)
                        .toList());
        return "insurer";
    }

    @PostMapping("/insurers/{code}/certificate")
    String certificate(
            @PathVariable InsurerCode code, @RequestParam MultipartFile certificate, @RequestParam FormValue reason) {
        return operations.submitFile(
                "/insurers/" + code,
                certificate,
                "certificate.asc",
                file -> new AddKey(code, file, Optional.empty(), Optional.empty(), reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/ssh-key")
    String sshKey(@PathVariable InsurerCode code, @RequestParam MultipartFile sshKey, @RequestParam FormValue reason) {
        return operations.submitFile(
                "/insurers/" + code,
                sshKey,
                "sftp.pub",
                file -> new AddInsurerSshKey(code, List.of(file), reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/agreements")
    String agreements(
            @PathVariable InsurerCode code,
            @RequestParam FormValue selfDiscipline,
            @RequestParam FormValue confidentiality,
            @RequestParam FormValue reason) {
        return submit(
                code,
                () -> new RecordAgreements(
                        code,
                        selfDiscipline.as(LocalDate.class),
                        confidentiality.as(LocalDate.class),
                        reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/host-key")
    String hostKey(
            @PathVariable InsurerCode code, @RequestParam FormValue fingerprint, @RequestParam FormValue reason) {
        return submit(code, () -> new PinHostKey(code, fingerprint.text(), false, reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/host-key/remove")
    String removeHostKey(
            @PathVariable InsurerCode code, @RequestParam FormValue fingerprint, @RequestParam FormValue reason) {
        return submit(code, () -> new UnpinHostKey(code, fingerprint.text(), reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/password")
    String password(
            @PathVariable InsurerCode code,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean forget) {
        return submit(
                code,
                () -> new SetDropPassword(
                        code,
                        Optional.empty(),
                        forget,
                        Optional.of(password).filter(typed -> !forget).map(HiddenText::new)));
    }

    @PostMapping("/insurers/{code}/line")
    String line(
            @PathVariable InsurerCode code,
            @RequestParam FormValue line,
            @RequestParam FormValue from,
            @RequestParam FormValue reason) {
        return submit(
                code,
                () -> new AddLineToInsurer(
                        code, line.as(LineCode.class), from.find(LocalDate.class), reason.find(String.class)));
    }

    @PostMapping("/insurers/{code}/line-end")
    String lineEnd(
            @PathVariable InsurerCode code,
            @RequestParam FormValue line,
            @RequestParam FormValue on,
            @RequestParam FormValue reason) {
        return submit(
                code,
                () -> new EndLineOfInsurer(
                        code, line.as(LineCode.class), on.as(LocalDate.class), reason.as(Reason.class)));
    }

    @PostMapping("/insurers/{code}/check")
    String check(@PathVariable InsurerCode code) {
        return submit(code, () -> new CheckDrop(code));
    }

    @PostMapping("/insurers/{code}/suspend")
    String suspend(@PathVariable InsurerCode code) {
        return submit(code, () -> new SuspendInsurer(code));
    }

    @PostMapping("/insurers/{code}/resume")
    String resume(@PathVariable InsurerCode code) {
        return submit(code, () -> new ResumeInsurer(code));
    }

    @PostMapping("/insurers/{code}/run")
    String run(@PathVariable InsurerCode code, @RequestParam BackgroundRuns.Job job) {
        operations.require(RunJob.class, "run " + job.job());
        background.start(job, Optional.of(code));
        return "redirect:/runs";
    }

    private String submit(InsurerCode code, Supplier<Operation> form) {
        return operations.submit("/insurers/" + code, form);
    }

    /** The steps that a new insurer goes through until it takes part, in order. */
    record OnboardingSteps(
            InsurerCertificates certificates,
            InboundFiles inbound,
            BlockLists lists,
            FindAppliedLists applied,
            LastSuccesses successes,
            DropChecks checks,
            Clock clock) {

        private static final Map<String, Duty> DUTIES = Map.of(
                "login",
                Duty.ADMIT_INSURERS,
                "certificate",
                Duty.CHANGE_KEYS,
                "agreements",
                Duty.RECORD_AGREEMENTS,
                "connection",
                Duty.CHECK_DROPS,
                "first-upload",
                Duty.RUN_JOBS,
                "first-list",
                Duty.RUN_JOBS);

        private static final Map<String, Set<String>> NEEDED = Map.of(
                "connection",
                Set.of("login"),
                "first-upload",
                Set.of("login", "certificate"),
                "first-list",
                Set.of("certificate", "agreements"),
                "acknowledged",
                Set.of("first-list"));

        /** @param waitsFor the number of the first step that must be done before; 0 if there is none */
        public record Step(String key, boolean done, int waitsFor) {

            Step(String key, boolean done) {
                this(key, done, 0);
            }

            /** Returns the name of the duty that the form of the step takes; empty if the step has no form. */
            public String duty() {
                return Optional.ofNullable(DUTIES.get(key)).map(Duty::name).orElse("");
            }
        }

        /** The state of an insurer, which joins until it has acknowledged a list; {@code done} of {@code all} steps. */
        public record State(String code, int done, int all) {}

        static State stateOf(Insurer insurer, List<Step> all) {
            boolean joins = !all.get(all.size() - 1).done();
            return new State(
                    insurer.departure().isPresent()
                            ? "LEFT"
                            : !insurer.isActive() ? "SUSPENDED" : joins ? "JOINING" : "ACTIVE",
                    (int) all.stream().filter(Step::done).count(),
                    all.size());
        }

        List<Step> of(Insurer insurer) {
            List<Step> all = inOrder(insurer);
            return all.stream()
                    .map(step -> new Step(step.key(), step.done(), waitsFor(step, all)))
                    .toList();
        }

        private static int waitsFor(Step step, List<Step> all) {
            Set<String> needed = NEEDED.getOrDefault(step.key(), Set.of());
            return IntStream.rangeClosed(1, all.size())
                    .filter(at -> !all.get(at - 1).done()
                            && needed.contains(all.get(at - 1).key()))
                    .findFirst()
                    .orElse(0);
        }

        private List<Step> inOrder(Insurer insurer) {
            return List.of(
                    new Step("taken-on", true),
                    isRemote(insurer) ? new Step("host-key", true) : new Step("login", hasLogin(insurer)),
                    new Step(
                            "certificate",
                            certificates.of(insurer.code()).stream()
                                    .anyMatch(one -> one.acceptance().isAcceptedAt(clock.instant()))),
                    new Step("agreements", insurer.agreements().areInForce(BusinessTime.today(clock))),
                    new Step("connection", hasConnected(insurer)),
                    new Step("first-upload", !inbound.newest(insurer.code(), 1).isEmpty()),
                    new Step(
                            "first-list",
                            lists.last(insurer.code())
                                    .flatMap(SealedList::manifestDeliveredAt)
                                    .isPresent()),
                    new Step("acknowledged", applied.of(insurer.code()).newest().isPresent()));
        }

        boolean isRemote(Insurer insurer) {
            return insurer.drop() instanceof DropLocation.Remote;
        }

        /** True if the drop has worked: after a passed check, an upload, a delivered list, or a run without uploads. */
        private boolean hasConnected(Insurer insurer) {
            return checks.lastSuccess(insurer.code()).isPresent()
                    || !inbound.newest(insurer.code(), 1).isEmpty()
                    || lists.last(insurer.code())
                            .flatMap(SealedList::manifestDeliveredAt)
                            .isPresent()
                    || !successes
                            .of(List.of(new RunKey(JobNames.COLLECT_UPLOADS, Optional.of(insurer.code()))))
                            .isEmpty();
        }

        private static boolean hasLogin(Insurer insurer) {
            return insurer.drop() instanceof DropLocation.Embedded embedded
                    && !embedded.authorizedKeys().isEmpty();
        }
    }

    /** The newest lists of an insurer, and its next runs. */
    record DeliveredLists(BlockLists lists, FindAppliedLists applied, UpcomingRuns upcoming, Clock clock) {

        private static final int NEWEST = 10;

        public record Row(int sequence, String kind, String rows, String delivered, String useBy, String applied) {}

        public record Next(String job, RelativeTime at) {}

        List<Row> of(InsurerCode insurer) {
            Optional<Acknowledgement> newest = applied.of(insurer).newest();
            return lists.newest(insurer, NEWEST).stream()
                    .map(list -> row(list, newest))
                    .toList();
        }

        private static Row row(SealedList list, Optional<Acknowledgement> newest) {
            int sequence = list.manifest().sequence();
            Optional<Acknowledgement> reached = newest.filter(known -> known.sequence() >= sequence);
            boolean differs = reached.filter(known -> known.sequence() == sequence && !known.agrees())
                    .isPresent();
            return new Row(
                    sequence,
                    list.manifest().kind().name(),
                    PageFormat.count(list.manifest().rows()),
                    PageFormat.time(list.manifestDeliveredAt()),
                    list.manifest().useBy().toString(),
                    reached.isEmpty() ? "WAITS" : differs ? "DIFFERS" : "APPLIED");
        }

        List<Next> nextRuns(InsurerCode insurer) {
            Map<String, Optional<Instant>> first = upcoming.all().stream()
                    .filter(run -> run.node().isEmpty())
                    .filter(run -> run.key().insurer().filter(insurer::equals).isPresent()
                            || run.key().insurer().isEmpty())
                    .collect(Collectors.groupingBy(
                            run -> run.key().job(),
                            Collectors.mapping(
                                    UpcomingRuns.UpcomingRun::at, Collectors.minBy(Comparator.naturalOrder()))));
            return Stream.of(JobNames.COLLECT_UPLOADS, JobNames.PUBLISH_BLOCK_LISTS)
                    .filter(first::containsKey)
                    .map(job -> new Next(job, RelativeTime.of(first.get(job).orElseThrow(), clock.instant())))
                    .toList();
        }
    }
}
