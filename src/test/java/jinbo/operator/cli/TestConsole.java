package jinbo.operator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.openpgp.Certificate;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.console.OpenConsole;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Role;
import jinbo.platform.home.StartListener;
import jinbo.platform.http.WebPort;
import jinbo.reference.phone.Mobile;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import jinbo.testing.TestPeople;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A console over an exchange with YUNHE, of whose two uploads one is held, and with five people who can sign in: the key officers wang
 * and li, the operators zhao and sun, the auditor he.
 */
final class TestConsole implements AutoCloseable {

    static final String NOW = "2026-11-24T09:00:00+08:00";
    static final String TAKEN_IN = "complaints-YUNHE-20261124-001.csv.pgp";
    static final String HELD = "complaints-YUNHE-20261124-002.csv.pgp";

    static final String COMING = "complaints-YUNHE-20261124-003.csv.pgp";

    /** What everybody who has signed in may look at. */
    static final List<String> PAGES = List.of(
            "/",
            "/insurers",
            "/files",
            "/held",
            "/files/1",
            "/files/2",
            "/insurers/YUNHE",
            "/requests",
            "/requests?show=all",
            "/runs",
            "/executions",
            "/executions/1",
            "/keys",
            "/people",
            "/units",
            "/lines",
            "/log",
            "/log/0",
            "/number",
            "/cases",
            "/cases/new",
            "/sanctions",
            "/cases/report",
            "/charts",
            "/account",
            "/help");

    private static final String COMPLAINT = ",TELEMARKETING,2026-11-20\r\n";
    private static final String HEADER = "mobile,complaint,complained_on\r\n";

    private final Installation program;
    private final WebPort.Open port;
    private final List<ApplicationContext> contexts;
    private final Path uploads;
    private final byte[] coming;

    private TestConsole(
            Installation program, WebPort.Open port, List<ApplicationContext> contexts, Path uploads, byte[] coming) {
        this.contexts = contexts;
        this.program = program;
        this.port = port;
        this.uploads = uploads;
        this.coming = coming;
    }

    static TestConsole open(Path folder) throws IOException {
        Path home = folder.resolve("home");
        Prepared prepared = prepared(home, folder);
        Map<String, String> settings = CommandSession.over(home, prepared.databaseUrl(), new SettableClock(NOW))
                .with("jinbo.clock", NOW)
                .with("jinbo.console.port", "0")
                .settings();
        Installation program = Installation.open(
                home,
                settings,
                new PassphraseInput(name -> Optional.empty(), key -> Optional.empty(), Prompt.NONE),
                SampleKeyUse.ANYWHERE,
                StartListener.NOBODY);
        List<ApplicationContext> contexts = new CopyOnWriteArrayList<>();
        program.get(ApplicationEventMulticaster.class)
                .addApplicationListener(new ApplicationListener<ContextRefreshedEvent>() {
                    @Override
                    public void onApplicationEvent(ContextRefreshedEvent event) {
                        contexts.add(event.getApplicationContext());
                    }
                });
        WebPort opened = program.get(OpenConsole.class).open();
        return new TestConsole(program, (WebPort.Open) opened, contexts, prepared.uploads(), prepared.coming());
    }

    String url() {
        return port.url();
    }

    /** All routes of its pages. */
    Set<RequestMappingInfo> routes() {
        return contexts.get(0).getBean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackage().equals(OpenConsole.class.getPackage()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    <T> T get(Class<T> kind) {
        return program.get(kind);
    }

    /** By what somebody signs in. */
    static String passwordOf(String name) {
        return "the password of " + name;
    }

    /** YUNHE drops one more upload. */
    void upload() throws IOException {
        Files.write(uploads.resolve(COMING), coming);
    }

    /** A consumer says that YUNHE has called. */
    CaseNumber complaint(String consumer) {
        return get(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(Long.parseLong(consumer)),
                                Optional.of(new InsurerCode("YUNHE")),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.parse("2026-11-23T12:00:00Z"),
                                CallPurpose.SALES,
                                ""),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "the holder complains about a call");
    }

    /** What sends and closes cases is tried elsewhere. */
    void becomes(CaseNumber number, CaseState state) {
        get(JdbcClient.class)
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, ?, now(), 'a test' from call_case where number = ?")
                .params(state.name(), number.value())
                .update();
        if (state == CaseState.ANSWERED) {
            get(JdbcClient.class)
                    .sql(
                            "insert into call_case_answer (call_case, insurer, inbound_file, line, received_at, answer, dispute, words)"
                                    + " select c.id, c.insurer, (select min(id) from inbound_file), 1000 + c.id, now(), 'DISPUTE', 'OTHER', ''"
                                    + " from call_case c where c.number = ? and c.insurer is not null")
                    .param(number.value())
                    .update();
        }
    }

    /** A case that has come to its end. */
    CaseNumber upheld(String consumer) {
        CaseNumber number = complaint(consumer);
        get(JdbcClient.class)
                .sql(
                        "insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, at)"
                                + " select id, 'VIOLATION', '{BLOCK}', 'a test', repeat('a', 64), 'a test', now() from call_case"
                                + " where number = ?")
                .param(number.value())
                .update();
        becomes(number, CaseState.CLOSED);
        return number;
    }

    private record Prepared(String databaseUrl, Path uploads, byte[] coming) {}

    private static Prepared prepared(Path home, Path folder) throws IOException {
        SettableClock clock = new SettableClock(NOW);
        try (TestExchange exchange = TestExchange.reopen(home, clock, Map.of())) {
            exchange.join(
                    "YUNHE",
                    "云河人寿",
                    TestLines.LIFE,
                    Certificate.parse(Files.readAllBytes(TestExchange.KEYS.resolve("YUNHE.public.asc"))));
            exchange.upload("YUNHE", TAKEN_IN, HEADER + "13810001234" + COMPLAINT + "13810001235" + COMPLAINT);
            exchange.upload("YUNHE", HELD, HEADER + "13810001237" + COMPLAINT + malformed());
            exchange.collect();
            exchange.publish();
            TestPeople people = new TestPeople(exchange, folder);
            people.join("wang", "王芳", Role.KEY_OFFICER);
            people.join("li", "李明", Role.KEY_OFFICER);
            people.join("zhao", "赵静", Role.OPERATOR);
            people.join("sun", "孙伟", Role.OPERATOR);
            people.join("he", "何敏", Role.AUDITOR);
            for (String name : List.of("wang", "li", "zhao", "sun", "he")) {
                exchange.bean(ConsolePasswords.class).set(new PersonName(name), passwordOf(name));
            }
            byte[] coming = exchange.seal(
                    TestExchange.secretOf("YUNHE"),
                    COMING,
                    (HEADER + "13810001240" + COMPLAINT).getBytes(StandardCharsets.UTF_8));
            return new Prepared(exchange.databaseUrl(), exchange.drop("YUNHE", "upload"), coming);
        }
    }

    /** Enough rows that are no mobile numbers for an operator to have to decide. */
    private static String malformed() {
        return IntStream.range(0, 12)
                .mapToObj(i -> "0101234567" + i % 10 + COMPLAINT)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        port.close();
        program.close();
    }
}
