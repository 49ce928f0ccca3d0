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
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogTree;
import jinbo.batch.Drops;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.Insurers;
import jinbo.partner.SealUpload;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFile;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

final class DemoSteps {

    private final DemoHome demo;
    private final ApplicationContext program;
    private final DemoOutput demoOutput;
    private final Instant now;
    private final LocalDate today;
    private final Map<SampleInsurer, SamplePartner> partners = new EnumMap<>(SampleInsurer.class);

    DemoSteps(DemoHome demo, ApplicationContext program, DemoOutput demoOutput) {
        this.demo = demo;
        this.program = program;
        this.demoOutput = demoOutput;
        this.now = program.getBean(Clock.class).instant();
        this.today = BusinessTime.dateOf(now);
    }

    /** @param stays whether people go on with it, who are led through it then */
    boolean tell(boolean stays) throws IOException {
        tellServers();
        registerInsurers();
        sealAndDrop();
        boolean collected = collect();
        boolean published = publish();
        PartnerSteps insurers = new PartnerSteps(partners, demoOutput, now, today);
        boolean opened = insurers.tell();
        ConsumerSteps consumer = new ConsumerSteps(program, partners, demoOutput, now, today);
        boolean changed = consumer.tell() && insurers.printLists();
        consumer.printCalls();
        boolean acknowledged = consumer.printAcknowledgements();
        boolean verified = verify();
        if (stays) {
            new DemoPeople(demo.home()).join(program, now);
        } else {
            tellHowToCheck();
        }
        return collected && published && opened && changed && acknowledged && verified;
    }

    private void tellServers() {
        String version = program.getBean(JdbcClient.class)
                .sql("select current_setting('server_version') || ', fsync ' || current_setting('fsync')")
                .query(String.class)
                .single();
        demoOutput.print("database", version);
        demoOutput.print(
                "sftp",
                Integer.toString(program.getBean(Drops.class).embeddedServer().port()));
    }

    private void registerInsurers() throws IOException {
        demoOutput.step("insurers");
        for (SampleInsurer sample : SampleInsurer.values()) {
            Path own = demo.partner(sample);
            Insurer insurer = program.getBean(Insurers.class)
                    .add(
                            sample.code(),
                            sample.fullName(),
                            sample.lines(),
                            new DropLocation.Embedded(Set.of(Files.readString(own.resolve("login.ssh.pub"))
                                    .strip())),
                            now);
            program.getBean(Insurers.class).agree(sample.code(), today.minusMonths(1), today.minusMonths(1), now);
            program.getBean(Drops.class).prepareEmbedded(insurer);
            Certificate certificate = Certificate.parse(Files.readAllBytes(own.resolve("public.asc")));
            program.getBean(PartnerCertificates.class)
                    .add(new InsurerCertificate(
                            sample.code(), certificate.fingerprint().value(), certificate.encoded(), now));
            new OwnerOnlyFile(own.resolve("access-log.vkey"))
                    .write(program.getBean(LogTree.class).verifierKey() + "\n");
            partners.put(
                    sample,
                    new SamplePartner(
                            sample,
                            own,
                            program.getBean(Drops.class).embeddedServer().addressOf(sample.name())));
            demoOutput.print(
                    "insurer",
                    sample.fullName(),
                    sample.name(),
                    sample.lines().stream().map(LineCode::value).collect(Collectors.joining(", ")),
                    certificate.fingerprint());
        }
        demoOutput.print(
                "association",
                program.getBean(AssociationKeys.class).openPgp().current(now).fingerprint());
    }

    private void sealAndDrop() throws IOException {
        demoOutput.step("drop");
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
            demoOutput.print("dropped", sealed.name().fileName(), demoOutput.text("upload." + upload.name()));
        }
    }

    private boolean collect() {
        demoOutput.step("collect");
        CollectReport report = program.getBean(CollectUploads.class)
                .run(program.getBean(Insurers.class).all());
        for (InboundFile file : report.files()) {
            file.verdict()
                    .ifPresent(verdict -> demoOutput.print(
                            "collected",
                            file.shownName(),
                            verdict.status(),
                            verdict.tally().rows(),
                            verdict.tally().accepted(),
                            verdict.tally().refused(),
                            verdict.tally().findings()));
        }
        report.problems().forEach(problem -> demoOutput.print("problem", problem.insurer(), problem.what()));
        demoOutput.print("collected.note");
        return report.everythingAnswered();
    }

    private boolean publish() {
        demoOutput.step("publish");
        PublishReport report = program.getBean(PublishBlockLists.class)
                .run(program.getBean(Insurers.class).all());
        for (SealedList list : report.delivered()) {
            Manifest manifest = list.manifest();
            demoOutput.print(
                    "published",
                    manifest.listName().fileName(),
                    manifest.rows(),
                    manifest.revision(),
                    manifest.useBy());
        }
        report.problems().forEach(problem -> demoOutput.print("problem", problem.insurer(), problem.what()));
        demoOutput.print("published.note");
        return report.everythingDelivered();
    }

    private boolean verify() {
        demoOutput.step("verify");
        List<RuleResult> ruleResults = program.getBean(VerifyRegistry.class).verify(Actor.commandLine());
        for (RuleResult ruleResult : ruleResults) {
            demoOutput.print(
                    ruleResult.holds() ? "holds" : "fails",
                    ruleResult.code().in(demoOutput.language()),
                    ruleResult.checked());
        }
        long entries = program.getBean(AccessLog.class).size();
        demoOutput.print("accesslog", entries);
        return ruleResults.stream().allMatch(RuleResult::holds);
    }

    private void tellHowToCheck() {
        demoOutput.step("by-hand");
        demoOutput.line("");
        SealedList list = program.getBean(jinbo.registry.blocklist.BlockLists.class)
                .find(SampleInsurer.YUNHE.code(), 1)
                .orElseThrow();
        new GpgCommands(demo)
                .toOpen(SampleInsurer.YUNHE, list.manifest().listName())
                .forEach(demoOutput::line);
        demoOutput.line("");
        demoOutput.line(demoOutput.text("end", demo.home().root()));
    }
}
