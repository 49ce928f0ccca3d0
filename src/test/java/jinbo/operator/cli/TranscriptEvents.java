package jinbo.operator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.LogTree;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.report.CaseHistoryLoader;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.staff.Role;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.CaseActions;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** What happens in a story beside its commands: insurers upload, consumers complain, people join, time passes. */
final class TranscriptEvents implements AutoCloseable {

    private static final String CODE = "([A-Z]+)";
    private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";

    private final TestExchange exchange;
    private final Path folder;
    private final Map<String, TestPerson> people = new HashMap<>();
    private final Map<String, SecretKeys> newKeys = new HashMap<>();
    private final Map<Pattern, Action> actions = new HashMap<>();
    private Optional<SshServer> server = Optional.empty();
    private String backUp = "";

    /** Does what an event says. */
    private interface Action {
        void happen(Matcher words, List<String> lines) throws Exception;
    }

    /** @param folder of what people keep on their side: keys, tables, the partner's folder */
    TranscriptEvents(TestExchange exchange, Path folder) {
        this.exchange = exchange;
        this.folder = folder;
        SettableClock clock = exchange.clock();
        on(
                "it is " + DATE + " (\\d\\d:\\d\\d)",
                (at, lines) -> clock.set(at.group(1) + "T" + at.group(2) + ":00+08:00"));
        on(
                "([a-z]+) joins as ([A-Z_]+)",
                (who, lines) -> people.put(
                        who.group(1), new TestPeople(exchange, folder).join(who.group(1), Role.valueOf(who.group(2)))));
        on(
                "([a-z]+) makes a key",
                (who, lines) -> people.put(who.group(1), TestPerson.withKeyIn(folder, who.group(1))));
        on("a file (\\S+)", (name, lines) -> write(name.group(1), String.join("\n", lines) + "\n"));
        on(
                "a file (\\S+) of (\\d+) segments of (\\S+) from (\\d+) on",
                (file, lines) -> write(
                        file.group(1),
                        IntStream.range(0, Integer.parseInt(file.group(2)))
                                .mapToObj(i -> Integer.parseInt(file.group(4)) + i + "," + file.group(3))
                                .collect(Collectors.joining("\n", "segment,province\n", "\n"))));
        on(
                CODE + " uploads (\\S+)",
                (upload, lines) ->
                        exchange.upload(upload.group(1), upload.group(2), String.join("\r\n", lines) + "\r\n"));
        on(
                CODE + " drops (\\S+), which is no OpenPGP message",
                (drop, lines) -> exchange.place(drop.group(1), drop.group(2), new byte[] {1, 2, 3}));
        on(CODE + " uploads its new certificate as (\\S+)", this::uploadCertificate);
        on("uploads are collected", (none, lines) -> exchange.collect());
        on("lists are published", (none, lines) -> exchange.publish());
        on(
                "the list of " + CODE + " is published",
                (list, lines) -> exchange.bean(PublishBlockLists.class).run(List.of(exchange.insurer(list.group(1)))));
        on(
                "(\\d+) complains of a call of " + CODE,
                (call, lines) ->
                        new CaseActions(exchange, clock).complain(Long.parseLong(call.group(1)), call.group(2)));
        on(
                "all cases of " + CODE + " are upheld until " + DATE,
                (cases, lines) -> exchange.sql()
                        .sql("select number from call_case where insurer = ? order by id")
                        .param(cases.group(1))
                        .query(String.class)
                        .list()
                        .forEach(number -> new CaseActions(exchange, clock)
                                .decide(new CaseNumber(number), CaseRuling.VIOLATION, cases.group(2))));
        on(
                "half a year of complaints passes",
                (none, lines) -> CaseHistoryLoader.read(CaseHistoryLoader.HALF_A_YEAR, exchange.sql()));
        on("the database is backed up", (none, lines) -> backUp = exchange.backUp());
        on("the backup is put back", (none, lines) -> exchange.restore(backUp));
        on("the access log is signed, or raises an alarm", (none, lines) -> {
            try {
                exchange.bean(LogTree.class).sign();
            } catch (AccessLogAlarmException raised) {
                // the story tells of it
            }
        });
        on(
                "an alarm of the access log: (.+)",
                (detail, lines) -> exchange.sql()
                        .sql("insert into access_log_alarm (kind, detail, at) values ('ENTRY_CHANGED', ?, ?)")
                        .params(detail.group(1), clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
        on("all files on drops are of now", (none, lines) -> dateDrops());
        on(
                CODE + " keeps its receipt (\\S+) as (\\S+)",
                (kept, lines) -> write(kept.group(3), exchange.text(kept.group(1), kept.group(2))));
        on(CODE + " has the keys of its side in (\\S+)", (keys, lines) -> copyKeys(keys.group(1), keys.group(2)));
        on(CODE + " moves its drop to a server that takes the password (.+)", this::moveDrop);
    }

    private void on(String words, Action action) {
        actions.put(Pattern.compile(words), action);
    }

    /** Lets it happen. */
    void happen(Transcript.Event event) {
        for (Map.Entry<Pattern, Action> each : actions.entrySet()) {
            Matcher words = each.getKey().matcher(event.words());
            if (words.matches()) {
                try {
                    each.getValue().happen(words, event.content());
                    return;
                } catch (Exception e) {
                    throw new AssertionError(event.words(), e);
                }
            }
        }
        throw new AssertionError("nothing is known of the event: " + event.words());
    }

    /** Somebody who has a key. */
    TestPerson person(String name) {
        return people.get(name);
    }

    @Override
    public void close() {
        server.ifPresent(running -> {
            try {
                running.stop(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void uploadCertificate(Matcher upload, List<String> lines) {
        SecretKeys next = newKeys.computeIfAbsent(
                upload.group(1),
                code -> SecretKeys.generate(
                        code + ", next <exchange@jinbo.invalid>",
                        exchange.clock().instant().minusSeconds(3600)));
        exchange.upload(
                upload.group(1), upload.group(2), next.certificate().armored().getBytes(StandardCharsets.US_ASCII));
    }

    private void copyKeys(String code, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        for (String file : List.of(code + ".secret.asc", code + ".ssh")) {
            new OwnerOnlyFile(to.resolve(file)).write(Files.readString(TestExchange.KEYS.resolve(file)));
        }
    }

    private void dateDrops() throws IOException {
        try (Stream<Path> files = Files.walk(exchange.home().resolve("drops"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(exchange.clock().instant()));
            }
        }
    }

    private void moveDrop(Matcher words, List<String> lines) throws IOException {
        Path drop = folder.resolve("drop");
        for (String each : List.of("upload", "archive", "download")) {
            Files.createDirectories(drop.resolve(each));
        }
        KeyPair key = new SshKeyFile(TestExchange.KEYS.resolve("host.ssh")).read();
        SshServer started = SshServer.setUpDefaultServer();
        server = Optional.of(started);
        started.setHost("127.0.0.1");
        started.setKeyPairProvider(KeyPairProvider.wrap(key));
        started.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        started.setPasswordAuthenticator((user, password, session) -> password.equals(words.group(2)));
        started.setFileSystemFactory(new VirtualFileSystemFactory(drop));
        started.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        started.start();
        String fingerprint = new SshPublicKey(key.getPublic()).fingerprint();
        DropAddress address = new DropAddress("127.0.0.1", started.getPort(), "jinbo", HostKeyPins.of(fingerprint), "");
        exchange.sql()
                .sql("update insurer set drop_url = ?, drop_keys = array[?] where code = ?")
                .params(address.toString(), fingerprint, words.group(1))
                .update();
        exchange.bind("insurer", words.group(1));
    }
}
