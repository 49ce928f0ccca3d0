package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.exchange.format.Manifest;
import jinbo.platform.files.Sha256;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exchange that has worked exports, and what an auditor's checker says of it once somebody has changed it. */
class AuditorsExportIT {

    private static final long SEED = 20120921;
    private static final int STRIDE = 11;

    @TempDir
    static Path folder;

    private static TestExchange exchange;
    private static SettableClock clock;
    private static Path key;
    private static Path older;
    private static Path export;
    private static Path keptCheckpoint;
    private static Path keptManifest;

    @BeforeAll
    static void twoDays() throws IOException {
        clock = new SettableClock("2012-09-21T09:00:00+08:00");
        exchange = TestExchange.start(folder.resolve("home"), clock);
        LogTree tree = exchange.bean(LogTree.class);
        exchange.upload(
                "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810001234L));
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();
        key = Files.writeString(folder.resolve("log.vkey"), tree.verifierKey());
        older = folder.resolve("older");
        exchange.bean(LogEvidence.class).export(older);
        clock.set("2012-09-24T09:00:00+08:00");
        assertThat(exchange.publish().problems()).isEmpty();
        keptManifest = Files.write(folder.resolve("manifest.json"), exchange.opened("YUNHE", manifest(2)));
        keptCheckpoint = Files.writeString(folder.resolve("checkpoint"), tree.sign());
        export = folder.resolve("export");
        exchange.bean(LogEvidence.class).export(export);
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void isWholeAndTheOlderOneIsItsBeginning() {
        assertThat(verify(export, List.of(keptCheckpoint, older.resolve("checkpoint")), List.of(keptManifest)))
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(whole.kept()).isEqualTo(3));
        assertThat(verify(older, List.of(), List.of()).isWhole()).isTrue();
    }

    @Test
    void anyByteChangedIsFound() throws IOException {
        Random random = new Random(SEED);
        for (Path file : files(export)) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = random.nextInt(Math.min(STRIDE, sound.length)); i < sound.length; i += STRIDE) {
                byte[] changed = sound.clone();
                changed[i] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Files.write(file, changed);
                assertThat(verify(export, List.of(), List.of()).isWhole())
                        .as("seed %d: %s at %d", SEED, folder.relativize(file), i)
                        .isFalse();
            }
            Files.write(file, sound);
        }
        assertThat(verify(export, List.of(), List.of()).isWhole()).isTrue();
    }

    @Test
    void anyEntryRemovedDoubledOrSwappedIsFoundThoughItsLeafHashesFollow() throws IOException {
        Path bundle = onlyFile(export.resolve("tile/entries"));
        Path tile = onlyFile(export.resolve("tile/0"));
        byte[] soundBundle = Files.readAllBytes(bundle);
        byte[] soundTile = Files.readAllBytes(tile);
        List<byte[]> entries = entries(soundBundle);
        for (int i = 0; i < entries.size(); i++) {
            List<byte[]> removed = new ArrayList<>(entries);
            removed.remove(i);
            List<byte[]> doubled = new ArrayList<>(entries);
            doubled.add(i, entries.get(i));
            List<byte[]> doubledInPlace = new ArrayList<>(doubled);
            doubledInPlace.remove(entries.size());
            List<byte[]> swapped = new ArrayList<>(entries);
            Collections.swap(swapped, i, (i + 1) % entries.size());
            for (List<byte[]> changed : List.of(removed, doubled, doubledInPlace, swapped)) {
                if (changed == doubledInPlace && i == entries.size() - 1) {
                    continue;
                }
                Files.write(bundle, bundle(changed));
                Files.write(tile, leaves(changed));
                assertThat(verify(export, List.of(), List.of()).isWhole())
                        .as("%d entries, from %d on", changed.size(), i)
                        .isFalse();
            }
        }
        Files.write(bundle, soundBundle);
        Files.write(tile, soundTile);
        assertThat(verify(export, List.of(), List.of()).isWhole()).isTrue();
    }

    @Test
    void aLogThatWasCutShowsAgainstAKeptCheckpointAndAgainstAManifest() {
        assertThat(verify(older, List.of(keptCheckpoint), List.of()))
                .isInstanceOf(VerificationOutcome.NotConsistent.class);
        assertThat(verify(older, List.of(), List.of(keptManifest)))
                .isInstanceOf(VerificationOutcome.NotConsistent.class);
    }

    @Test
    void aLogThatWentAnotherWayOnTwoPeoplesWordIsDeliveredAgainAndWhoKeptTheOldHeadSeesIt() throws IOException {
        Steps steps = new Steps();
        Path beforeManifest = steps.take("a list tells of the log", () -> {
            clock.set("2012-09-25T09:00:00+08:00");
            assertThat(exchange.publish().problems()).isEmpty();
            return Files.write(folder.resolve("before.json"), exchange.opened("YUNHE", manifest(3)));
        });
        steps.take("an entry of the log is changed, and nothing is delivered", () -> {
            exchange.sql()
                    .sql("alter table access_log_entry disable trigger all")
                    .update();
            exchange.sql()
                    .sql("update access_log_entry set numbers = numbers + 1 where id = 2")
                    .update();
            assertThat(exchange.bean(CheckLog.class).all(index -> {})).hasSize(1);
            clock.set("2012-09-26T09:00:00+08:00");
            assertThat(exchange.publish().delivered()).isEmpty();
        });
        steps.take("two people accept that", () -> {
            LogAlarms alarms = exchange.bean(LogAlarms.class);
            alarms.accept(
                    alarms.open(),
                    Actor.person("li", ActorRole.KEY_OFFICER).confirmedBy("wang"),
                    "the entry was wrong");
        });
        steps.take("the next list has no proof", () -> {
            assertThat(exchange.publish().problems()).isEmpty();
            assertThat(read(4).accessLogConsistency())
                    .as("there is no proof that could be given")
                    .isEmpty();
        });
        steps.take("the list after it has one", () -> {
            clock.set("2012-09-27T09:00:00+08:00");
            assertThat(exchange.publish().problems()).isEmpty();
            assertThat(read(5).accessLogConsistency()).isPresent();
        });
        steps.take("an auditor who kept the old manifest sees that the log was changed", () -> {
            Path forked = folder.resolve("forked");
            exchange.bean(LogEvidence.class).export(forked);
            assertThat(verify(forked, List.of(), List.of()).isWhole()).isTrue();
            assertThat(verify(forked, List.of(), List.of(beforeManifest)).isWhole())
                    .isFalse();
        });
    }

    private static Manifest read(int sequence) {
        try {
            return Manifest.read(new java.io.ByteArrayInputStream(exchange.opened("YUNHE", manifest(sequence))));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String manifest(int sequence) {
        return "blocklist-YUNHE-0000000" + sequence + ".manifest.json.pgp";
    }

    private static VerificationOutcome verify(Path of, List<Path> checkpoints, List<Path> manifests) {
        return new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {}).verify(key, of, checkpoints, manifests);
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> walk = Files.walk(of)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path onlyFile(Path of) throws IOException {
        assertThat(files(of)).hasSize(1);
        return files(of).get(0);
    }

    private static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static byte[] bundle(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) entry.length).array());
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    private static byte[] leaves(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            var hash = Sha256.start();
            hash.update((byte) 0);
            bytes.writeBytes(hash.digest(entry));
        }
        return bytes.toByteArray();
    }
}
