package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import jinbo.batch.Progress;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.CollectUploads;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.PinnedHostKeys;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.OpenSshServer;
import jinbo.testing.PartnerTable;
import jinbo.testing.SettableClock;
import jinbo.testing.SmallFileSystem;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** YUNHE's drop is on an OpenSSH server of its own, on which everything happens that happens on other people's servers. */
@Tag("interop")
class OpenSshDropsIT {

    private static final String WHERE = "OpenSSH as drop";
    private static final AtomicReference<Runnable> AT_A_MEBIBYTE = new AtomicReference<>(() -> {});
    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static OpenSshServer server;
    private static TestExchange exchange;
    private static Path drop;
    private static int files;

    @BeforeAll
    static void start() throws IOException {
        exchange = TestExchange.start(home, CLOCK);
        exchange.bean(Progress.class)
                .watch((what, done, total) -> AT_A_MEBIBYTE.getAndSet(() -> {}).run());
        SshPublicKey association =
                new SshPublicKey(exchange.bean(AssociationKeys.class).ssh().getPublic());
        server = OpenSshServer.start(association);
        drop = server.newDrop("YUNHE");
        exchange.moveDrop("YUNHE", drop, server.address(drop));
    }

    @AfterEach
    void nothingIsLeft() {
        AT_A_MEBIBYTE.set(() -> {});
        exchange.whilePaused(time -> true);
        assertThat(exchange.collect().files()).isEmpty();
        assertThat(exchange.listing("YUNHE", "download")).noneMatch(name -> name.endsWith(".part"));
    }

    @AfterAll
    static void close() throws IOException {
        if (exchange != null) {
            exchange.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aWholeCycleGoesOverIt() {
        String upload = upload();

        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();

        accepted(upload);
        assertThat(exchange.listing("YUNHE", "archive")).contains(upload);
        assertThat(exchange.lists("YUNHE").whole()).contains("1381060");
        row("none: the whole cycle", 0);
        PartnerTable.row(
                "OpenSSH `sshd`: hosts an insurer's drop",
                "the whole cycle",
                exchange.listing("YUNHE", "upload").isEmpty() ? "the whole cycle" : "uploads are left");
    }

    /** Twenty mebibytes that are no envelope: what becomes of them does not matter here, that it becomes of them once does. */
    @Test
    void aSessionThatEndsInTheMiddleOfAFetchIsToldAndTheFileIsTakenLater() {
        Steps steps = new Steps();
        String large = name();
        steps.take("two uploads arrive, and the sessions are killed in the middle of a fetch", () -> {
            exchange.place("YUNHE", large, noise(20));
            AT_A_MEBIBYTE.set(server::killSessions);
            exchange.upload("CHANGQING", large.replace("YUNHE", "CHANGQING"), csv());
        });
        CollectReport broken = steps.take("uploads are collected", () -> exchange.collect());
        steps.take("the report names server and file", () -> {
            assertThat(broken.problems()).hasSize(1);
            assertThat(broken.problems().toString())
                    .contains(server.address(drop).toString(), "reading upload/" + large);
        });
        steps.take("the other insurer is served", () -> {
            assertThat(exchange.listing("CHANGQING", "upload"))
                    .as("others go on")
                    .isEmpty();
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(large);
        });
        steps.take("the next run takes the file", () -> {
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", large).status()).isEqualTo(ReceiptStatus.REFUSED);
        });
        steps.take("nothing is lost or doubled", () -> row("session killed in the middle of a fetch", 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERING_ANSWER", "DELIVERING_LIST"})
    void aSessionThatEndsInTheMiddleOfADeliveryLeavesNothingUnderItsName(FaultPoint point) {
        String upload = upload();
        DeliveryIntegrityCheck deliveryIntegrityCheck = new DeliveryIntegrityCheck(exchange, "YUNHE");
        exchange.at(point, server::killSessions);

        List<Remark> problems = problemsOfBothJobs();

        assertThat(problems).hasSize(1);
        assertThat(problems.toString()).contains(server.address(drop).toString());
        assertThat(deliveryIntegrityCheck.halfVisible()).isZero();
        assertThat(problemsOfBothJobs()).isEmpty();
        accepted(upload);
        deliveryIntegrityCheck.row(WHERE, "session killed at " + point, 1);
    }

    @Test
    void anUploadThatGrowsWhileItIsListedWaitsUntilItIsWhole() {
        String upload = name();
        byte[] whole = exchange.seal(TestExchange.secretOf("YUNHE"), upload, csv().getBytes(StandardCharsets.UTF_8));
        exchange.place("YUNHE", upload, Arrays.copyOf(whole, 300));
        exchange.whilePaused(time -> append(upload, Arrays.copyOfRange(whole, 300, whole.length)));

        CollectReport early = exchange.collect();

        assertThat(early.files()).isEmpty();
        assertThat(early.problems().toString()).contains("1 file(s) in upload/ are still changing");
        exchange.whilePaused(time -> true);
        assertThat(exchange.collect().problems()).isEmpty();
        accepted(upload);
        row("an upload grows while it is listed", 1);
    }

    @Test
    void aFileThatIsReplacedWhileItIsFetchedIsTakenAsItsSenderLeftIt() {
        String upload = name();
        exchange.place("YUNHE", upload, noise(8));
        byte[] sound = exchange.seal(TestExchange.secretOf("YUNHE"), upload, csv().getBytes(StandardCharsets.UTF_8));
        AT_A_MEBIBYTE.set(() -> replace(upload, sound));

        CollectReport early = exchange.collect();

        assertThat(early.files()).isEmpty();
        assertThat(early.problems().toString()).contains("1 file(s) in upload/ are still changing");
        assertThat(exchange.collect().problems()).isEmpty();
        accepted(upload);
        row("a file replaced between look and fetch", 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "upload, ---------, listing upload",
        "download, r-xr-xr-x, writing download",
        "archive, r-xr-xr-x, moving to archive"
    })
    void rightsThatWereRevokedAreToldAndWhenTheyAreBackTheNextRunCompletes(String folder, String rights, String told)
            throws IOException {
        String upload = upload();
        DeliveryIntegrityCheck deliveryIntegrityCheck = new DeliveryIntegrityCheck(exchange, "YUNHE");
        Files.setPosixFilePermissions(drop.resolve(folder), PosixFilePermissions.fromString(rights));

        CollectReport refused = exchange.collect();

        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.problems().get(0).what())
                .contains(server.address(drop).toString(), told, "read and write access");
        Files.setPosixFilePermissions(drop.resolve(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(deliveryIntegrityCheck.halfVisible()).isZero();
        assertThat(exchange.collect().problems()).isEmpty();
        accepted(upload);
        row(folder + "/ loses rights and gets them back", 1);
    }

    @Test
    void aFileThatMayNotBeReadIsLeftToItsOwnerAndStopsNoOther() throws IOException {
        String locked = upload();
        String open = upload();
        Path file = drop.resolve("upload").resolve(locked);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        CollectReport refused = exchange.collect();

        assertThat(refused.problems().toString()).contains("1 file(s) in upload/ cannot be read");
        accepted(open);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(exchange.collect().problems()).isEmpty();
        accepted(locked);
        row("an upload that may not be read", 1);
    }

    @Test
    void aChangedHostKeyIsRefusedWithItsFingerprintAndTakenOnceItIsPinned() {
        Steps steps = new Steps();
        String upload = steps.take("an upload arrives", () -> upload());
        String before = server.fingerprint();
        steps.take("the server's host key changes", () -> server.changeHostKey());
        int logged = server.log().size();

        CollectReport refused = steps.take("uploads are collected", () -> exchange.collect());
        steps.take("the report gives the new fingerprint and what to do", () -> {
            assertThat(refused.problems()).hasSize(1);
            assertThat(refused.problems().get(0).what())
                    .contains(
                            server.fingerprint(),
                            before,
                            "nothing was sent",
                            "insurer pin YUNHE " + server.fingerprint());
        });
        steps.take("nobody logged in, and the upload is left alone", () -> {
            assertThat(server.awaitLog(logged, line -> line.endsWith("[preauth]") || tellsOfALogin(line)))
                    .as("nobody tried to log in")
                    .noneMatch(OpenSshDropsIT::tellsOfALogin);
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(upload);
        });
        steps.take("with the key pinned it is accepted", () -> {
            exchange.bean(PinnedHostKeys.class).pin(new InsurerCode("YUNHE"), server.fingerprint());
            assertThat(exchange.collect().problems()).isEmpty();
            accepted(upload);
            assertThat(server.awaitLog(logged, OpenSshDropsIT::tellsOfALogin))
                    .as("of all connections, that with the pinned key")
                    .filteredOn(OpenSshDropsIT::tellsOfALogin)
                    .singleElement()
                    .asString()
                    .startsWith("Accepted publickey for ");
        });
        steps.take("nothing is lost or doubled", () -> row("the host key changes, and is pinned", 1));
    }

    @Test
    void aFullDiskOfTheDropIsToldAndWhenThereIsRoomTheNextRunCompletes() {
        Steps steps = new Steps();
        Path download = drop.resolve("download");
        List<String> before = exchange.listing("YUNHE", "download");
        try (SmallFileSystem disk = SmallFileSystem.over(download, 512, OpenSshServer.account())) {
            String upload = steps.take("an upload arrives", () -> upload());
            CollectReport full = steps.take("it is collected while the disk is full", () -> {
                disk.fill();

                return exchange.collect();
            });
            steps.take("the report says that the disk may be full", () -> {
                assertThat(full.problems()).hasSize(1);
                assertThat(full.problems().get(0).what())
                        .contains(server.address(drop).toString(), "writing download/", "whether the disk is full");
                assertThat(exchange.listing("YUNHE", "download"))
                        .allMatch(name -> name.startsWith(".") || name.endsWith(".part"));
            });
            steps.take("with room it is answered", () -> {
                disk.free();
                assertThat(exchange.collect().problems()).isEmpty();
            });
            steps.take("the disk is full when lists are published", () -> {
                disk.fill();
                assertThat(exchange.publish().problems()).hasSize(1);
                assertThat(exchange.listing("YUNHE", "download"))
                        .noneMatch(name -> name.startsWith("blocklist") && !name.endsWith(".part"));
            });
            steps.take("with room they are delivered", () -> {
                disk.free();
                assertThat(exchange.publish().problems()).isEmpty();
                accepted(upload);
                moveUnder(download, disk);
            });
        }
        steps.take(
                "nothing got lost",
                () -> assertThat(exchange.listing("YUNHE", "download"))
                        .containsAll(before)
                        .hasSizeGreaterThan(before.size()));
        row("the drop's disk is full", 2);
    }

    /** Whether the server names the account: "Accepted ... for nobody", "Failed ... for nobody", "authenticating user nobody". */
    private static boolean tellsOfALogin(String line) {
        return Pattern.compile("\\b(for|user) " + Pattern.quote(OpenSshServer.account()) + "\\b")
                .matcher(line)
                .find();
    }

    /** What was delivered to the small disk joins what lies below it, so that the counts are of all deliveries. */
    private static void moveUnder(Path download, SmallFileSystem disk) {
        try {
            Path kept = Files.createDirectories(home.resolve("kept"));
            for (String name : exchange.listing("YUNHE", "download")) {
                Files.copy(download.resolve(name), kept.resolve(name));
            }
            disk.close();
            for (Path file : Files.list(kept).toList()) {
                Files.move(file, download.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Remark> problemsOfBothJobs() {
        List<Insurer> yunhe = List.of(exchange.insurer("YUNHE"));
        List<Remark> problems =
                new ArrayList<>(exchange.bean(CollectUploads.class).run(yunhe).problems());
        problems.addAll(exchange.bean(PublishBlockLists.class).run(yunhe).problems());
        return problems;
    }

    private static void row(String fault, int restarts) {
        new DeliveryIntegrityCheck(exchange, "YUNHE").row(WHERE, fault, restarts);
    }

    private static void accepted(String upload) {
        assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    private static String upload() {
        String name = name();
        exchange.upload("YUNHE", name, csv());
        return name;
    }

    private static String name() {
        files++;
        return "complaints-YUNHE-20120921-%03d.csv.pgp".formatted(files);
    }

    private static String csv() {
        return "mobile,complaint,complained_on\r\n%d,TELEMARKETING,2012-09-20\r\n".formatted(13810600000L + 2 * files);
    }

    private static byte[] noise(int mebibytes) {
        byte[] noise = new byte[mebibytes << 20];
        new Random(files).nextBytes(noise);
        return noise;
    }

    private static boolean append(String upload, byte[] rest) {
        try {
            Files.write(drop.resolve("upload").resolve(upload), rest, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(String upload, byte[] bytes) {
        try {
            Path other = Files.write(home.resolve("other"), bytes);
            Files.move(other, drop.resolve("upload").resolve(upload), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
