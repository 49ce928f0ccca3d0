package jinbo.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogTree;
import jinbo.batch.Drops;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.demo.DemoGuide.GpgCommands;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.Term;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.Insurers;
import jinbo.partner.SealUpload;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerifiedList;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of the demo's cycle, from the registration of insurers to the verification of the registry. */
final class DemoSteps {

    /** A phone number in an upload of Yunhe, and in one of Beidou for both of its lines of business; never printed. */
    private static final Mobile NUMBER = new Mobile(13810012000L);

    private final DemoHome demo;
    private final ApplicationContext program;
    private final DemoOutput output;
    private final Instant now;
    private final LocalDate today;
    private final Insurers insurers;
    private final Map<SampleInsurer, SamplePartner> partners = new EnumMap<>(SampleInsurer.class);
    private boolean allGenuine = true;

    DemoSteps(DemoHome demo, ApplicationContext program, DemoOutput output) {
        this.demo = demo;
        this.program = program;
        this.output = output;
        this.now = program.getBean(Clock.class).instant();
        this.today = BusinessTime.dateOf(now);
        this.insurers = program.getBean(Insurers.class);
    }

    boolean run(boolean stays) throws IOException {
        printServers();
        registerInsurers();
        sealAndDrop();
        boolean collected = collect();
        boolean published = publish();
        openDeliveries();
        boolean changed = choose();
        if (changed) {
            applyNewLists();
        }
        printCalls();
        boolean acknowledged = acknowledge();
        boolean verified = verify();
        if (stays) {
            new DemoPeople(demo.home()).join(program, now);
        } else {
            printGpgCommands();
        }
        return collected && published && changed && acknowledged && verified && allGenuine;
    }

    private void printServers() {
        String version = program.getBean(JdbcClient.class)
                .sql("select current_setting('server_version') || ', fsync ' || current_setting('fsync')")
                .query(String.class)
                .single();
        output.print("database", version);
        output.print(
                "sftp",
                Integer.toString(program.getBean(Drops.class).embeddedServer().port()));
    }

    private void registerInsurers() throws IOException {
        output.step("insurers");
        Drops drops = program.getBean(Drops.class);
        for (SampleInsurer sample : SampleInsurer.values()) {
            Path own = demo.partner(sample);
            String loginKey = Files.readString(own.resolve("login.ssh.pub")).strip();
            Insurer insurer = insurers.add(
                    sample.code(), sample.fullName(), sample.lines(), new DropLocation.Embedded(Set.of(loginKey)), now);
            insurers.agree(sample.code(), today.minusMonths(1), today.minusMonths(1), now);
            drops.prepareEmbedded(insurer);
            Certificate certificate = Certificate.parse(Files.readAllBytes(own.resolve("public.asc")));
            program.getBean(PartnerCertificates.class)
                    .add(new InsurerCertificate(
                            sample.code(), certificate.fingerprint().value(), certificate.encoded(), now));
            new OwnerOnlyFile(own.resolve("access-log.vkey"))
                    .write(program.getBean(LogTree.class).verifierKey() + "\n");
            partners.put(
                    sample,
                    new SamplePartner(sample, own, drops.embeddedServer().addressOf(sample.name())));
            output.print(
                    "insurer",
                    sample.fullName(),
                    sample.name(),
                    sample.lines().stream().map(LineCode::value).collect(Collectors.joining(", ")),
                    certificate.fingerprint());
        }
        output.print(
                "association",
                program.getBean(AssociationKeys.class).openPgp().current(now).fingerprint());
    }

    private void sealAndDrop() throws IOException {
        output.step("drop");
        for (SampleUpload upload : SampleUpload.values()) {
            SamplePartner partner = partners.get(upload.insurer());
            SealUpload.SealedUpload sealed = upload == SampleUpload.FOREIGN
                    ? partner.sealWithKeysOf(partners.get(SampleInsurer.BEIDOU), upload, now, today)
                    : partner.seal(upload, now, today);
            if (upload == SampleUpload.CUT_SHORT) {
                partner.dropTruncated(sealed);
            } else {
                partner.drop(sealed);
            }
            output.print("dropped", sealed.name().fileName(), output.text("upload." + upload.name()));
        }
    }

    private boolean collect() {
        output.step("collect");
        CollectReport report = program.getBean(CollectUploads.class).run(insurers.all());
        report.files()
                .forEach(file -> file.verdict()
                        .ifPresent(verdict -> output.print(
                                "collected",
                                file.shownName(),
                                verdict.status(),
                                verdict.tally().rows(),
                                verdict.tally().accepted(),
                                verdict.tally().refused(),
                                verdict.tally().findings())));
        printProblems(report.problems());
        output.print("collected.note");
        return report.everythingAnswered();
    }

    private boolean publish() {
        output.step("publish");
        PublishReport report = program.getBean(PublishBlockLists.class).run(insurers.all());
        for (SealedList list : report.delivered()) {
            Manifest manifest = list.manifest();
            output.print(
                    "published",
                    manifest.listName().fileName(),
                    manifest.rows(),
                    manifest.revision(),
                    manifest.useBy());
        }
        printProblems(report.problems());
        output.print("published.note");
        return report.everythingDelivered();
    }

    private void openDeliveries() throws IOException {
        output.step("open");
        for (Map.Entry<SampleInsurer, SamplePartner> entry : partners.entrySet()) {
            SamplePartner partner = entry.getValue();
            for (Path file : partner.fetch()) {
                if (file.getFileName().toString().startsWith("receipt-")) {
                    printReceipt(file, partner.receipt(file, now));
                }
            }
            printList(entry.getKey(), partner.applyList(now, today));
        }
    }

    private void applyNewLists() throws IOException {
        for (Map.Entry<SampleInsurer, SamplePartner> entry : partners.entrySet()) {
            entry.getValue().fetch();
            printList(entry.getKey(), entry.getValue().applyList(now, today));
        }
    }

    private void printReceipt(Path file, VerificationResult<Receipt> receipt) {
        if (receipt instanceof VerificationResult.Genuine<Receipt> genuine) {
            Receipt value = genuine.value();
            output.print(
                    "receipt",
                    file.getFileName(),
                    value.status(),
                    value.tally().accepted(),
                    value.tally().rows(),
                    value.effectiveOn().map(LocalDate::toString).orElse("-"));
        } else {
            printDoubt(file.getFileName().toString(), receipt);
        }
    }

    private void printList(SampleInsurer insurer, Optional<VerificationResult<VerifiedList>> list) {
        if (list.isPresent() && list.get() instanceof VerificationResult.Genuine<VerifiedList> genuine) {
            Manifest manifest = genuine.value().manifest();
            output.print(
                    "list",
                    insurer,
                    manifest.sequence(),
                    manifest.entries(),
                    manifest.listDigest().substring(0, 16));
        } else {
            printDoubt(
                    insurer + " block list", list.<Object>map(answer -> answer).orElse("missing"));
        }
    }

    private void printDoubt(String what, Object answer) {
        allGenuine = false;
        output.print("doubt", what, answer);
    }

    private boolean choose() {
        output.step("choose");
        ConsumerChoice choice =
                new ConsumerChoice(Set.of(new LineCode("LIFE"), new LineCode("PROPERTY")), Set.of(), Term.SIX_MONTHS);
        Interval block = program.getBean(ConsumerChoices.class)
                .choose(NUMBER, choice, Actor.commandLine(), "the consumer asked by telephone")
                .block()
                .orElseThrow();
        output.print("chosen", block.expiresOn());
        PublishReport report = program.getBean(PublishBlockLists.class).run(insurers.all());
        for (SealedList list : report.delivered()) {
            Manifest manifest = list.manifest();
            output.print("changed", manifest.listName().fileName(), manifest.rows(), manifest.entries());
        }
        printProblems(report.problems());
        return report.everythingDelivered();
    }

    /** Prints whether Beidou's list blocks the consumer's number in each of its two lines of business. */
    private void printCalls() throws IOException {
        SamplePartner partner = partners.get(SampleInsurer.BEIDOU);
        for (LineCode line : SampleInsurer.BEIDOU.lines()) {
            output.print(partner.isBlocked(NUMBER, line) ? "blocked" : "free", SampleInsurer.BEIDOU, line);
        }
    }

    private boolean acknowledge() throws IOException {
        output.step("acknowledge");
        for (SamplePartner partner : partners.values()) {
            output.print("acknowledged", partner.acknowledge(now, today).name().fileName());
        }
        CollectReport report = program.getBean(CollectUploads.class).run(insurers.all());
        report.files()
                .forEach(file -> file.verdict()
                        .ifPresent(verdict -> output.print(
                                "agreed",
                                file.shownName(),
                                verdict.status(),
                                verdict.tally().findings())));
        printProblems(report.problems());
        return report.everythingAnswered();
    }

    private void printProblems(List<Remark> problems) {
        problems.forEach(problem -> output.print("problem", problem.insurer(), problem.what()));
    }

    private boolean verify() {
        output.step("verify");
        List<RuleResult> results = program.getBean(VerifyRegistry.class).verify(Actor.commandLine());
        results.forEach(result -> output.print(
                result.holds() ? "holds" : "fails", result.code().in(output.language()), result.checked()));
        output.print("accesslog", program.getBean(AccessLog.class).size());
        return results.stream().allMatch(RuleResult::holds);
    }

    private void printGpgCommands() {
        output.step("by-hand");
        output.line("");
        SealedList list = program.getBean(BlockLists.class)
                .find(SampleInsurer.YUNHE.code(), 1)
                .orElseThrow();
        new GpgCommands(demo)
                .toOpen(SampleInsurer.YUNHE, list.manifest().listName())
                .forEach(output::line);
        output.line("");
        output.line(output.text("end", demo.home().root()));
    }
}
