package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.drop.DropOperations.DropChecked;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.FaultySftpServer.Deed;
import jinbo.testing.FaultySftpServer.Oddity;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code drop check} says of each fault that a server can have, in plain words of both languages. */
@Timeout(60)
class DropCheckFaultsIT {

    private static final SettableClock CLOCK = new SettableClock("2026-11-24T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static Path drop;
    private static FaultySftpServer server;

    @BeforeAll
    static void start() throws IOException {
        exchange = TestExchange.start(
                home.resolve("home"),
                CLOCK,
                Map.of("jinbo.drop.connect-within", "1s", "jinbo.drop.login-within", "5s"));
        drop = Files.createDirectory(home.resolve("theirs"));
        server = FaultySftpServer.over(drop, ssh -> {});
    }

    @AfterAll
    static void close() {
        server.close();
        exchange.close();
    }

    @BeforeEach
    void aDropAsItShouldBe() throws IOException {
        for (String folder : List.of("upload", "archive", "download")) {
            Files.createDirectories(drop.resolve(folder));
        }
        exchange.moveDrop("YUNHE", drop, server.address());
        server.recovers();
    }

    @AfterEach
    void itIsTidiedUp() throws IOException {
        for (String folder : List.of("upload", "archive", "download")) {
            Files.createDirectories(drop.resolve(folder));
            try (Stream<Path> left = Files.list(drop.resolve(folder))) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Test
    void aServerWithoutFaultsHasNone() {
        found(DropCheckCode.CAME_BACK, "[ok] signed round trip: ", "meets all requirements of the exchange", "并核验");
        found(DropCheckCode.NO_LEFTOVERS, "[ok] leftover files: none", "differs from ours by at most ", "遗留文件: 无");
    }

    @Test
    void uploadIsNotShown() {
        server.refuses(Deed.LIST, "upload");

        found(
                DropCheckCode.UPLOAD_NOT_LISTED,
                "[WRONG] list files in upload/: refused: ",
                "does not work with this drop",
                "请保险公司允许我方账户列出并读取 upload/");
    }

    @Test
    void whatIsNoFileLiesInUpload() throws IOException {
        Files.createDirectory(drop.resolve("upload/a folder"));

        found(
                DropCheckCode.UPLOAD_STRANGE,
                "allowed; waiting files: 0; skipped: 1",
                "meets all requirements of the exchange",
                "已跳过：1");
    }

    @Test
    void nothingIsWrittenIntoDownload() {
        server.refuses(Deed.CREATE, "download");

        found(
                DropCheckCode.DOWNLOAD_NOT_WRITABLE,
                "[WRONG] write, rename and delete in download/: writing is refused: ",
                "[not tested]",
                "写入被拒绝");
    }

    @Test
    void nothingIsRenamedInDownload() {
        server.refuses(Deed.MOVE_THERE, "download");

        found(
                DropCheckCode.DOWNLOAD_NOT_RENAMABLE,
                "renaming is refused: ",
                "does not work with this drop",
                "名单须完整出现，否则不出现");
        assertThat(drop.resolve("download")).isEmptyDirectory();
    }

    @Test
    void nothingIsDeletedInDownload() {
        server.refuses(Deed.DELETE, "download");

        found(DropCheckCode.DOWNLOAD_NOT_DELETABLE, "deleting is refused: ", "stays there", "仍在该处");
    }

    @Test
    void nothingIsCreatedInUpload() {
        server.refuses(Deed.CREATE, "upload");

        found(
                DropCheckCode.UPLOAD_NOT_WRITABLE,
                "files cannot be created in upload/, and therefore not moved out of it: ",
                "[ok] signed round trip",
                "已答复的文件从该处移到 archive/");
    }

    @Test
    void theArchiveTakesNothing() {
        server.refuses(Deed.MOVE_THERE, "archive");

        found(
                DropCheckCode.ARCHIVE_REFUSES,
                "[WRONG] move from upload/ to archive/: moving is refused: ",
                "does not work with this drop",
                "请保险公司允许我方账户写入 archive/");
        assertThat(drop.resolve("upload")).isEmptyDirectory();
    }

    @Test
    void theArchiveTakesNothingAndUploadGivesNothingAway() {
        server.refuses(Deed.MOVE_THERE, "archive").refuses(Deed.DELETE, "upload");

        found(DropCheckCode.ARCHIVE_REFUSES, "moving is refused: ", "does not work with this drop", "移动被拒绝");
    }

    @Test
    void nothingIsDeletedInTheArchive() {
        server.refuses(Deed.DELETE, "archive");

        found(
                DropCheckCode.ARCHIVE_NOT_DELETABLE,
                "allowed, but deleting is refused: ",
                "meets all requirements of the exchange",
                "交换不需要该权限");
    }

    @Test
    void aFileHasAnotherTimeThanInTheListing() {
        server.is(Oddity.OTHER_TIMES_OF_FILES);

        found(
                DropCheckCode.UPLOAD_TIMES_DIFFER,
                "[note] collect from upload/: our test file was listed twice with the same values, and fetched; its"
                        + " time is 20",
                "meets all requirements of the exchange",
                "以列表为准");
    }

    @Test
    void aFileHasAnotherSizeThanInTheListing() {
        server.is(Oddity.OTHER_SIZES_OF_FILES);

        found(
                DropCheckCode.UPLOAD_LOOKS_DIFFER,
                "[WRONG] collect from upload/: the listing shows 56 bytes, ",
                "does not work with this drop",
                "一直不收取");
    }

    @Test
    void eachListingGivesAnotherTime() {
        server.is(Oddity.CHANGING_TIMES_IN_LISTINGS);

        found(
                DropCheckCode.UPLOAD_NEVER_STILL,
                "[WRONG] collect from upload/: two listings of an unchanged file differ",
                "does not work with this drop",
                "一直不收取");
        assertThat(drop.resolve("upload")).isEmptyDirectory();
        assertThat(drop.resolve("archive")).isEmptyDirectory();
    }

    @Test
    void listingsGiveNoTimes() {
        server.is(Oddity.NO_TIMES_IN_LISTINGS);

        found(
                DropCheckCode.UPLOAD_SEEN_STRANGE,
                "listed without size, time or permissions",
                "does not work with this drop",
                "会被跳过");
    }

    @Test
    void movedFilesHaveANewTime() {
        server.is(Oddity.NEW_TIMES_OF_MOVED_FILES);

        found(
                DropCheckCode.ARCHIVE_TAKES,
                "[ok] move from upload/ to archive/: allowed",
                "meets all requirements of the exchange",
                "[");
    }

    @Test
    void movedFilesAreOthers() {
        server.is(Oddity.OTHER_CONTENT_OF_MOVED_FILES, Oddity.NEW_TIMES_OF_MOVED_FILES);

        found(
                DropCheckCode.ARCHIVE_CHANGES,
                "[WRONG] move from upload/ to archive/: the file in archive/ differs from the file that was in upload/",
                "does not work with this drop",
                "反复答复");
        assertThat(drop.resolve("archive")).isEmptyDirectory();
    }

    @Test
    void theServersClockIsAnHourAhead() {
        server.reportsModificationTime(Instant.now().plusSeconds(3600));

        found(
                DropCheckCode.CLOCK_DIFFERS,
                "[note] clock of the server: differs from ours by 3",
                "meets all requirements of the exchange",
                "超前 5 分钟以上的签名会被拒绝");
    }

    @Test
    void theServersClockIsTwoMinutesBehind() {
        server.reportsModificationTime(Instant.now().minusSeconds(120));

        found(
                DropCheckCode.CLOCK_AGREES,
                "[ok] clock of the server: differs from ours by at most 12",
                "meets all requirements of the exchange",
                "与我方相差不超过 12");
    }

    @Test
    void earlierChecksAndDeliveriesHaveLeftSomething() throws IOException {
        for (String name : List.of(".jinbo-check-old", "receipt-x.json.pgp.part")) {
            Path left = Files.createFile(drop.resolve("download").resolve(name));
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));
        }

        found(
                DropCheckCode.LEFTOVERS,
                "test files of earlier checks that were removed: 1;"
                        + " deliveries that were interrupted more than an hour ago: 1",
                "meets all requirements of the exchange",
                "中断的投递由下一次运行重做");
    }

    @Test
    void theServerGivesOtherBytesBack() {
        server.changesWhatIsRead();

        found(
                DropCheckCode.CAME_BACK_CHANGED,
                "[WRONG] signed round trip: the file that was fetched back differs: ",
                "for example a conversion of line ends, a virus scanner or a gateway",
                "换行转换、杀毒软件或网关");
        assertThat(drop.resolve("download")).isEmptyDirectory();
    }

    @Test
    void theServerHangsUpInTheMiddle() {
        server.disconnectsAt(Deed.LIST, "upload");

        found(DropCheckCode.BROKE_OFF, "[WRONG] list files in upload/: failed: ", "[not tested]", "出错：");
    }

    @Test
    void aFolderIsMissing() throws IOException {
        Files.delete(drop.resolve("archive"));

        found(DropCheckCode.FOLDERS_MISSING, "missing in /", "does not work with this drop", "archive/");
    }

    @Test
    void theAccountIsNotLetInToSftp() {
        try (FaultySftpServer without = FaultySftpServer.over(drop, ssh -> ssh.setSubsystemFactories(List.of()))) {
            exchange.moveDrop("YUNHE", drop, without.address());

            found(
                    DropCheckCode.SFTP_REFUSED,
                    "the account can log in, but not use SFTP: ",
                    "[ok] login: logged in as jinbo",
                    "请保险公司允许该账户使用 SFTP");
        }
    }

    @Test
    void theServerIsTooOldForAnyAlgorithmOfOurs() {
        try (FaultySftpServer old =
                FaultySftpServer.over(drop, ssh -> ssh.setCipherFactories(List.of(BuiltinCiphers.aes128cbc)))) {
            exchange.moveDrop("YUNHE", drop, old.address());

            found(
                    DropCheckCode.EXCHANGE_NO_COMMON,
                    "the server supports none of the algorithms that are used here; nothing was sent. ",
                    "Its software: SSH-2.0-",
                    "请保险公司启用较新的算法");
        }
    }

    @Test
    void theServerHangsUpAtOnce() throws Exception {
        FutureTask<Integer> hungUp;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            hungUp = new FutureTask<>(() -> hangUp(socket));
            Thread hangingUp = new Thread(hungUp);
            hangingUp.setDaemon(true);
            hangingUp.start();
            at(socket.getLocalPort());

            found(
                    DropCheckCode.SERVER_HUNG_UP,
                    "the server accepted the connection and closed it: ",
                    "[not tested]",
                    "服务器接受连接后随即断开");
        }
        assertThat(hungUp.get(30, TimeUnit.SECONDS)).as("connections").isPositive();
    }

    /** Its queue of connections is full, and nobody takes one; some systems make room or refuse instead. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theServersPortIsSilent() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                queue.add(new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
            }
            at(socket.getLocalPort());

            found(DropCheckCode.PORT_SILENT, "no connection to port ", " of 127.0.0.1 within 1 s", "防火墙丢弃了数据包");
        } finally {
            for (Socket each : queue) {
                each.close();
            }
        }
    }

    /** The broadcast address of the loopback network takes no connection. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theServersHostCannotBeReached() {
        exchange.moveDrop(
                "YUNHE",
                drop,
                new DropAddress("127.255.255.255", 22, "jinbo", server.address().pins(), ""));

        found(
                DropCheckCode.HOST_UNREACHABLE,
                "port 22 of 127.255.255.255 cannot be reached: Network is unreachable",
                "[not tested]",
                "请先询问我方网络管理员");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsSentence(DropCheckCode code) {
        assertThat(Texts.in(Language.EN).has("word.checked-step.code." + code))
                .isEqualTo(code.grade() != DropCheckCode.Grade.OPEN);
        assertThat(Texts.in(Language.EN).has("word.checked-step.remedy." + code))
                .isEqualTo(code.grade() == DropCheckCode.Grade.WRONG || code.grade() == DropCheckCode.Grade.NOTE);
    }

    /** Closes each connection at once, until the port is closed; returns how many there were. */
    private static int hangUp(ServerSocket socket) throws IOException {
        int connections = 0;
        while (true) {
            try {
                socket.accept().close();
                connections++;
            } catch (SocketException e) {
                if (socket.isClosed()) {
                    return connections;
                }
                throw e;
            }
        }
    }

    private static void at(int port) {
        HostKeyPins pins = server.address().pins();
        exchange.moveDrop("YUNHE", drop, new DropAddress("127.0.0.1", port, "jinbo", pins, ""));
    }

    /** Among what one check has found is this, and the sentences about it are told. */
    private static void found(DropCheckCode code, String english, String alsoEnglish, String chinese) {
        List<DropCheckResult> all =
                exchange.bean(Drops.class).check(exchange.insurer("YUNHE"), exchange.bean(SignedProbe.class));

        assertThat(all).extracting(DropCheckResult::code).contains(code);
        DropChecked checked = DropChecked.of(exchange.insurer("YUNHE"), all);
        assertThat(checked.complete()).isEqualTo(all.stream().noneMatch(DropCheckResult::isWrong));
        assertThat(told(checked, Language.EN)).contains(english, alsoEnglish);
        assertThat(told(checked, Language.ZH)).contains(chinese).doesNotContain("[WRONG]");
    }

    private static String told(DropChecked checked, Language language) {
        StringWriter text = new StringWriter();
        new ResultRenderer(new Page(Texts.in(language), new PrintWriter(text))).render(checked);
        return text.toString();
    }
}
