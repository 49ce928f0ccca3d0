package jinbo.operator.cli;

import static jinbo.testing.ExpectedError.code;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.DropUniquenessCheck;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.InsurerCheck;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.AttackTable;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.ObservableSftpServer;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two insurers never have the same drop: in it, the uploads of one would be answered as strange files of the other. */
@Timeout(120)
class SharedDropsIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");
    private static final String PIN = "SHA256:" + "A".repeat(43);
    private static final String UPLOAD = "complaints-%s-20120921-001.csv.pgp";

    @TempDir
    private Path folder;

    private final Steps steps = new Steps();
    private TestExchange exchange;
    private CommandSession commands;
    private Path theirs;
    private ObservableSftpServer server;

    @BeforeEach
    void start() throws IOException {
        exchange = TestExchange.start(folder.resolve("home"), CLOCK);
        commands = CommandSession.over(exchange);
        theirs = Files.createDirectory(folder.resolve("theirs"));
        for (String each : List.of("upload", "archive", "download")) {
            Files.createDirectory(theirs.resolve(each));
        }
        server = ObservableSftpServer.over(theirs);
    }

    @AfterEach
    void close() {
        server.close();
        exchange.close();
    }

    @Test
    void noInsurerJoinsWithTheDropOfAnother() throws Exception {
        Insurers insurers = exchange.bean(Insurers.class);
        InsurerCode bohai = new InsurerCode("BOHAI");
        steps.take(
                "an insurer joins with a server of its own",
                () -> assertThat(joined("BOHAI", "sftp://jinbo@127.0.0.1:2222/e"))
                        .isEqualTo("joined"));

        List<String> spellings = List.of(
                "sftp://jinbo@127.0.0.1:2222/e",
                "SFTP://jinbo@127.0.0.1:2222//e/",
                "sftp://%6ainbo@127.0.0.1:2222/%65",
                "sftp://jinbo@[::ffff:127.0.0.1]:2222/e",
                "sftp://jinbo@localhost:2222/e",
                "sftp://jinbo@LOCALHOST:2222/e/",
                "sftp://jinbo@[::1]:2222/e");
        AttackTable.row(
                "drop: an insurer that joins with another's address, in seven spellings, two of them names",
                "refused",
                spellings.stream()
                        .map(url -> joined("HENGSHAN", url))
                        .distinct()
                        .collect(Collectors.joining(", ")));

        steps.take("the command says so", () -> {
            JsonNode refused = commands.failureJson(add("HENGSHAN", "sftp://jinbo@localhost:2222/e", PIN));
            assertThat(refused.get("error").stringValue()).isEqualTo("DROP_SHARED");
            assertThat(refused.get("message").stringValue()).contains("as the drop of BOHAI");
        });
        steps.take("another account, port or folder is another drop", () -> {
            assertThat(joined("HENGSHAN", "sftp://hengshan@127.0.0.1:2222/e")).isEqualTo("joined");
            assertThat(joined("TAISHAN", "sftp://jinbo@127.0.0.1:2223/e")).isEqualTo("joined");
            assertThat(joined("SONGSHAN", "sftp://jinbo@127.0.0.1:2222/s")).isEqualTo("joined");
        });
        steps.take("a suspended insurer's drop is still its own", () -> {
            insurers.suspend(bohai, CLOCK.instant());
            assertThat(joined("HUASHAN", "sftp://jinbo@127.0.0.1:2222/e")).isEqualTo("refused");
        });
        steps.take("that of one that has left may be its successor's", () -> {
            exchange.bean(EndParticipation.class).leave(bohai, LocalDate.of(2012, 9, 21), "merged", CLOCK.instant());
            assertThat(joined("HUASHAN", "sftp://jinbo@127.0.0.1:2222/e")).isEqualTo("joined");
        });
        steps.take("of two that join at once one is refused", this::twoAtOnce);
    }

    @Test
    void noInsurerJoinsWithAnAccountOnTheEmbeddedServerUnderAnAddress() throws IOException {
        assertThat(commands.type("key", "ssh").exitCode()).isZero();
        Path hostKey = exchange.bean(AssociationKeys.class).hostKeyFile();
        String ours = new SshPublicKey(new SshKeyFile(hostKey).read().getPublic()).fingerprint();

        CommandOutput typed = commands.type(add("BOHAI", "sftp://YUNHE@127.0.0.1:2222", ours));

        AttackTable.row(
                "drop: an insurer that joins with the address of another's account on the embedded server",
                "refused",
                typed.exitCode() == 1 && typed.err().contains("is that of the embedded server")
                        ? "refused"
                        : typed.shown());
        steps.take("nor does its host key become one of an insurer's own server", () -> {
            assertThat(joined("BOHAI", "sftp://YUNHE@127.0.0.1:2222")).isEqualTo("joined");
            assertThat(commands.type("insurer", "pin", "BOHAI", ours))
                    .satisfies(pinned -> assertThat(pinned.exitCode()).isEqualTo(1))
                    .satisfies(pinned -> assertThat(pinned.err()).contains("is that of the embedded server"));
        });
    }

    @Test
    void twoThatHaveOneDropAlreadyExchangeNothingUntilOneIsSuspended() {
        move("YUNHE", "jinbo");
        move("CHANGQING", "jinbo");
        exchange.upload("YUNHE", UPLOAD.formatted("YUNHE"), csv(13810001234L));
        exchange.upload("CHANGQING", UPLOAD.formatted("CHANGQING"), csv(13810001235L));
        exchange.upload("BEIDOU", UPLOAD.formatted("BEIDOU"), csv(13810001236L));

        CollectReport collected = exchange.collect();
        PublishReport published = exchange.publish();

        AttackTable.row(
                "drop: two insurers that have one drop already",
                "nothing is taken or delivered there, 2 problems a run; the third insurer's upload and list go on",
                (server.takeSteps().isEmpty() ? "nothing is taken or delivered there" : "something is done there")
                        + ", "
                        + about(collected.problems()) + " problems a run; the third insurer's upload and list "
                        + (exchange.receiptOf("BEIDOU", UPLOAD.formatted("BEIDOU"))
                                                        .status()
                                                == ReceiptStatus.ACCEPTED
                                        && exchange.listing("BEIDOU", "download")
                                                .contains("blocklist-BEIDOU-00000001-full.csv.pgp")
                                ? "go on"
                                : "do not"));
        assertThat(about(published.problems())).isEqualTo(2);
        assertThat(published.problems()).hasSize(2).allSatisfy(SharedDropsIT::saysWhatToDo);
        assertThat(exchange.settle().problems()).isEmpty();
        for (String code : List.of("YUNHE", "CHANGQING")) {
            assertThat(exchange.bean(InsurerCheck.class).about(exchange.insurer(code)))
                    .extracting(Alert::code)
                    .contains(Alert.Code.DROP_SHARED);
        }
        assertThat(exchange.bean(InsurerCheck.class).about(exchange.insurer("BEIDOU")))
                .extracting(Alert::code)
                .doesNotContain(Alert.Code.DROP_SHARED);

        steps.take("one is suspended, and the other goes on", () -> {
            assertThat(commands.type("insurer", "suspend", "CHANGQING").exitCode())
                    .isZero();
            exchange.collect();
            exchange.publish();
            assertThat(exchange.receiptOf("YUNHE", UPLOAD.formatted("YUNHE")).status())
                    .isEqualTo(ReceiptStatus.ACCEPTED);
        });
        steps.take(
                "the suspended one cannot be taken up again",
                () -> assertThat(commands.type("insurer", "resume", "CHANGQING"))
                        .satisfies(typed -> assertThat(typed.exitCode()).isEqualTo(1))
                        .satisfies(typed -> assertThat(typed.err()).contains("as the drop of YUNHE")));
    }

    @Test
    void theCheckFindsTheSameFoldersUnderAnotherAddress() throws IOException {
        move("YUNHE", "jinbo");
        move("CHANGQING", "somebody-else");

        CommandOutput typed = commands.type("drop", "check", "YUNHE");

        AttackTable.row(
                "drop: the folders of another insurer, by another account",
                "drop check: WRONG, the same folders are the drop of CHANGQING",
                typed.exitCode() == 1
                                && typed.out()
                                        .contains("[WRONG] other insurers: the same folders are the drop of CHANGQING")
                        ? "drop check: WRONG, the same folders are the drop of CHANGQING"
                        : typed.shown());
        try (Stream<Path> left = Files.list(theirs.resolve("download"))) {
            assertThat(left).isEmpty();
        }
        steps.take("a folder of its own on the same server is good", () -> {
            Files.createDirectory(theirs.resolve("changqing"));
            for (String each : List.of("upload", "archive", "download")) {
                Files.createDirectory(theirs.resolve("changqing").resolve(each));
            }
            exchange.moveDrop("CHANGQING", theirs.resolve("changqing"), address("jinbo", "/changqing"));
            assertThat(commands.type("drop", "check", "YUNHE").out())
                    .contains("[ok] other insurers: no other insurer has the same folders; insurers compared because"
                            + " their server shows the same host key: 1");
        });
        steps.take("one that cannot be entered is a note", () -> {
            DropAddress there = address("jinbo", "/changqing");
            exchange.moveDrop(
                    "CHANGQING",
                    theirs,
                    new DropAddress("sftp.changqing.invalid", 22, "jinbo", there.pins(), there.root()));
            CommandOutput noted = commands.in("zh").type("drop", "check", "YUNHE");
            assertThat(noted.exitCode()).isZero();
            assertThat(noted.out()).contains("其他保险公司: 不明").contains("CHANGQING");
        });
    }

    private void twoAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Insurer>> joined = Stream.of("LUSHAN", "EMEI")
                    .map(code -> both.submit(() -> {
                        start.await();
                        return join(code, "sftp://jinbo@192.0.2.7");
                    }))
                    .toList();
            int refused = 0;
            for (Future<Insurer> each : joined) {
                try {
                    each.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).is(error(InsurerError.DROP_SHARED_ADDRESS));
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
    }

    private static long about(List<Remark> problems) {
        return problems.stream()
                .filter(problem -> problem.what().contains("its drop has the same address as the drop of"))
                .map(Remark::insurer)
                .distinct()
                .count();
    }

    private static void saysWhatToDo(Remark problem) {
        assertThat(problem.what()).contains("suspend all insurers except the owner of the drop");
    }

    private String joined(String code, String url) {
        try {
            join(code, url);
            return "joined";
        } catch (InsurerException shared) {
            assertThat(shared).is(code("DROP_SHARED"));
            return "refused";
        }
    }

    private Insurer join(String code, String url) {
        DropLocation.Remote drop = new DropLocation.Remote(URI.create(url), Set.of(PIN));
        exchange.bean(DropUniquenessCheck.class).require(new InsurerCode(code), drop);
        return exchange.bean(Insurers.class).add(new InsurerCode(code), code, TestLines.LIFE, drop, CLOCK.instant());
    }

    private static String[] add(String code, String url, String hostKey) {
        return new String[] {
            "insurer", "add", code, "--name", code, "--line", "LIFE", "--sftp", url, "--host-key", hostKey
        };
    }

    private void move(String code, String user) {
        exchange.moveDrop(code, theirs, address(user, ""));
    }

    private DropAddress address(String user, String root) {
        return new DropAddress("127.0.0.1", server.port(), user, new HostKeyPins(server.hostKeys()), root);
    }

    private static String csv(long number) {
        return "mobile,complaint,complained_on\r\n" + number + ",TELEMARKETING,2012-09-20\r\n";
    }
}
