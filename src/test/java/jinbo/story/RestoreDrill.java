package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLogException;
import jinbo.accesslog.Actor;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.verifier.MalformedException;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.collect.ReingestUploads;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.SettleRecovery;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.partner.ApplyBlockLists;
import jinbo.partner.LocalBlockList;
import jinbo.partner.Partner;
import jinbo.partner.PartnerKeys;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerifiedList;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;

/** An exchange with YUNHE's own side beside it, whose database can be backed up and restored while the drops go on. */
final class RestoreDrill implements AutoCloseable {

    static final Actor OPERATOR = new Actor("wang", "root");

    private final Path folder;
    private final SettableClock clock;
    private final TestExchange exchange;

    RestoreDrill(Path folder, String now) {
        this.folder = folder;
        this.clock = new SettableClock(now);
        this.exchange = TestExchange.start(folder.resolve("home"), clock);
    }

    TestExchange exchange() {
        return exchange;
    }

    void itIs(String now) {
        clock.set(now);
    }

    /** An upload arrives, with the time of the exchange's clock. */
    void arrives(String insurer, String name, String csv) {
        exchange.upload(insurer, name, csv);
        try {
            Files.setLastModifiedTime(exchange.drop(insurer, "upload").resolve(name), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Restores the database, and lets the log of the accesses go on from there as two people decide: what the home had signed
     * last is newer.
     */
    void restore(String backUp) {
        exchange.restore(backUp);
        exchange.bean(CheckLog.class).atStart();
        LogAlarms alarms = exchange.bean(LogAlarms.class);
        boolean accepted = false;
        while (!accepted) {
            try {
                alarms.accept(alarms.open(), OPERATOR.confirmedBy("li"), "the disk of the database broke");
                accepted = true;
            } catch (AccessLogException e) {
                assertThat(e.error().code()).isEqualTo("OTHER_ALARMS");
                // the sequencer in the background has raised one, too: people look again, and accept both
                continue;
            }
        }
    }

    CollectReport release(String nameOrStem) {
        return exchange.bean(HeldFiles.class)
                .decide(nameOrStem, HeldDecision.Kind.RELEASE, new Reason("agreed with the insurer"), OPERATOR);
    }

    CollectReport ingest() {
        return exchange.bean(ReingestUploads.class)
                .reingest(exchange.bean(Insurers.class).all(), "the disk of the database broke", OPERATOR);
    }

    CollectReport takeInOne(String nameOrStem) {
        return exchange.bean(ReingestUploads.class)
                .reingest(exchange.bean(Insurers.class).all(), nameOrStem, "it has turned up", OPERATOR);
    }

    SettleRecovery.Outcome settle(boolean force) {
        return exchange.bean(SettleRecovery.class).settle("all is ingested again", force, OPERATOR);
    }

    boolean isOpen() {
        return exchange.bean(Recoveries.class).open().isPresent();
    }

    /** What has been named, as {@code KIND name}. */
    List<String> lost() {
        UnrecordedFiles unrecordedFiles = exchange.bean(UnrecordedFiles.class);
        return exchange.bean(Recoveries.class).all().stream()
                .flatMap(recovery -> unrecordedFiles.of(recovery, 1000).stream())
                .map((UnrecordedFile file) -> file.kind() + " " + file.name())
                .toList();
    }

    /** YUNHE fetches what is new into its inbox and applies the newest list. */
    VerifiedList yunheApplies() {
        try {
            Path inbox = Files.createDirectories(folder.resolve("inbox"));
            copy(exchange.drop("YUNHE", "download"), inbox);
            VerificationResult<VerifiedList> verificationResult = new ApplyBlockLists(
                            partner(), new LocalBlockList(folder.resolve("held")))
                    .apply(inbox, clock.instant(), BusinessTime.dateOf(clock.instant()))
                    .orElseThrow();
            if (verificationResult instanceof VerificationResult.Genuine<VerifiedList> genuine) {
                return genuine.value();
            }
            throw new AssertionError("YUNHE does not apply the list: " + verificationResult);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole list that an insurer holds after the newest one, in clear. */
    String newestList(String insurer) {
        return exchange.lists(insurer).whole();
    }

    /** A copy of a folder of the home. */
    Path copyOf(String folderOfHome) {
        Path copy = folder.resolve("copy-of-" + folderOfHome);
        copyTree(exchange.home().resolve(folderOfHome), copy);
        return copy;
    }

    /** Puts a copy into the place of a folder of the home. */
    void putBack(Path copy, String folderOfHome) {
        Path place = exchange.home().resolve(folderOfHome);
        empty(place);
        copyTree(copy, place);
    }

    /** Deletes all files in and below a folder. */
    static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @Override
    public void close() {
        exchange.close();
    }

    private Partner partner() {
        Partner yunhe = new Partner(
                new InsurerCode("YUNHE"),
                new PartnerKeys(List.of(TestExchange.secretOf("YUNHE")), Set.of(exchange.ownCertificate())));
        try {
            return yunhe.withLogKey(
                    VerifierKey.parse(exchange.bean(LogTree.class).verifierKey()));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** As {@link jinbo.partner.FetchDeliveredFiles} does: a name that is there is never fetched again. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!Files.exists(to.resolve(file.getFileName()))) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
