package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.EntryPhase;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Requests;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every form of the console, sent by every role to something that is there: what becomes of it stands in console-roles.csv. */
class ConsoleRolesIT {

    private static final Path TABLE = Path.of("src/test/resources/jinbo/operator/cli/console-roles.csv");
    private static final List<String> PEOPLE = List.of("zhao", "wang", "he");
    private static final Pattern TOLD = Pattern.compile("class=\"answer ([a-z-]+)\"");

    /** What pages show instead of an answer: the verdict on a number, a complaint, its evidence. */
    private static final Pattern SHOWN = Pattern.compile("id=\"verdict\"|<dt>Reported</dt>|<summary>[^<]*facts");

    private static final String HOST_KEY = "SHA256:" + "A".repeat(43);
    private static final String NOT_PERMITTED = "not permitted";

    @TempDir
    private static Path folder;

    private static TestConsole console;
    private static int numbers = 10;

    private final Map<String, ConsoleVisitor> signedIn = new HashMap<>();

    @BeforeAll
    static void open() throws IOException {
        console = TestConsole.open(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    /**
     * A form.
     *
     * @param route where it is sent, as its page is mapped
     * @param fields as a browser would encode them
     * @param expected of operator, key officer and auditor
     */
    record Form(String route, String fields, List<String> expected) {

        static Form parse(String line) {
            String[] cells = line.split(" *\\| *", -1);
            return new Form(cells[0], cells[1], List.of(cells[2], cells[3], cells[4]));
        }

        @Override
        public String toString() {
            return route;
        }
    }

    static List<Form> forms() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> line.startsWith("/")).map(Form::parse).toList();
        }
    }

    @Test
    void everyRouteThatTakesAFormIsInTheTable() throws IOException {
        assertThat(console.routes().stream()
                        .filter(route ->
                                !route.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET)))
                        .peek(route -> assertThat(route.getMethodsCondition().getMethods())
                                .as(route.toString())
                                .containsExactly(RequestMethod.POST))
                        .map(ConsoleRolesIT::path))
                .containsExactlyInAnyOrderElementsOf(
                        forms().stream().map(Form::route).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void whatBecomesOfItIsWhatTheTableSays(Form form) {
        String path = at(form.route());
        Map<String, String> seen = new HashMap<>();
        assertThat(ConsoleVisitor.next(
                        new ConsoleVisitor(console.url()).postWithFiles("/sign-in", path, fields(form, "zhao"))))
                .as("who has not signed in")
                .isEqualTo("/sign-in");
        // who may not comes first, so that it is still there for them
        Stream.concat(
                        PEOPLE.stream().filter(name -> expected(form, name).equals(NOT_PERMITTED)),
                        PEOPLE.stream().filter(name -> !expected(form, name).equals(NOT_PERMITTED)))
                .forEach(name -> seen.put(name, send(form, path, name)));

        assertThat(PEOPLE.stream().map(seen::get)).as(path).isEqualTo(form.expected());
    }

    @Test
    void aFormWhoseSessionHasEndedLeadsBackToAPage() throws IOException {
        ConsoleVisitor visitor = new ConsoleVisitor(console.url());
        for (Form form : forms()) {
            String path = form.route().replace("{code}", "YUNHE").replaceAll("\\{[a-z]+}", "1");
            assertThat(keptPage(visitor.forge(path, Map.of())))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(console.routes())
                            .anyMatch(route ->
                                    route.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                                            && route.getPathPatternsCondition().getPatterns().stream()
                                                    .anyMatch(page -> page.matches(PathContainer.parsePath(kept)))));
        }
        assertThat(keptPage(visitor.forge("/sign-out", Map.of()))).isEmpty();
    }

    private static Optional<String> keptPage(HttpResponse<String> answer) {
        assertThat(ConsoleVisitor.next(answer)).isEqualTo("/sign-in?ended");
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("jinbo-interrupted="))
                .map(cookie -> URLDecoder.decode(cookie.split("[=.]")[1], StandardCharsets.UTF_8))
                .findFirst();
    }

    private String send(Form form, String path, String name) {
        ConsoleVisitor visitor = signedIn.computeIfAbsent(name, ConsoleRolesIT::signIn);
        long before = refusals(name);
        Map<String, String> fields = fields(form, name);
        fields.computeIfPresent(
                "evidence",
                (field, value) ->
                        visitor.evidenceOf(path.replace("/decide", "")).orElse("0".repeat(64)));
        before = refusals(name);
        HttpResponse<String> answer = visitor.postWithFiles("/account", path, fields);
        if (refusals(name) > before) {
            return NOT_PERMITTED;
        }
        if (answer.statusCode() == 200) {
            return told(answer.body());
        }
        if (answer.statusCode() != 302) {
            return "status " + answer.statusCode();
        }
        String next = ConsoleVisitor.next(answer);
        return next.equals("/runs")
                ? "begun"
                : next.equals("/sign-in?ended")
                        ? "done"
                        : told(visitor.get(next).body());
    }

    private static String told(String page) {
        Matcher told = TOLD.matcher(page);
        return told.find()
                ? told.group(1).replace('-', ' ')
                : SHOWN.matcher(page).find() ? "done" : "nothing is told";
    }

    private static String expected(Form form, String name) {
        return form.expected().get(PEOPLE.indexOf(name));
    }

    /** An address at which something is. */
    private String at(String route) {
        if (route.startsWith("/insurers/")) {
            return route.replace("{code}", "YUNHE");
        }
        if (route.startsWith("/files/{")) {
            String name = route.endsWith("/withdraw") ? TestConsole.TAKEN_IN : TestConsole.HELD;
            return route.replace("{id}", Long.toString(fileId(name)));
        }
        if (route.startsWith("/requests/")) {
            return route.replace("{id}", Long.toString(requestOfSun()));
        }
        if (route.startsWith("/sanctions/")) {
            console.upheld(number());
            console.upheld(number());
            return route.replace(
                    "{id}",
                    Long.toString(
                            console.get(ProposeDueSanctions.class).run().get(0).id()));
        }
        return route.contains("{number}")
                ? route.replace("{number}", caseFor(route).value())
                : route;
    }

    private static CaseNumber caseFor(String route) {
        CaseNumber number = console.complaint(number());
        if (route.endsWith("/decide")) {
            console.becomes(number, CaseState.ANSWERED);
        } else if (route.endsWith("/contest")) {
            console.becomes(number, CaseState.DISMISSED);
        }
        return number;
    }

    private static long requestOfSun() {
        ConsoleVisitor sun = signIn("sun");
        sun.post(
                "/account",
                "/insurers/YUNHE/agreements",
                Map.of("selfDiscipline", "2026-01-01", "confidentiality", "2026-01-01", "reason", "signed"));
        return console.get(Requests.class).newest(1).get(0).id();
    }

    private static Map<String, String> fields(Form form, String name) {
        Map<String, String> fields = new HashMap<>();
        Stream.of(form.fields().split("&")).filter(field -> !field.isEmpty()).forEach(field -> {
            String[] pair = field.split("=", 2);
            fields.put(
                    pair[0],
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8)
                            .replace("{host key}", HOST_KEY)
                            .replace("{held}", Long.toString(fileId(TestConsole.HELD)))
                            .replace("{ssh key}", read(TestExchange.KEYS.resolve("BEIDOU.ssh.pub")))
                            .replace("{certificate}", read(TestExchange.KEYS.resolve("BEIDOU.public.asc")))
                            .replace("{password}", passwordOf(name)));
        });
        return fields;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number() {
        return "138100013" + numbers++;
    }

    private static ConsoleVisitor signIn(String name) {
        ConsoleVisitor visitor = new ConsoleVisitor(console.url());
        assertThat(ConsoleVisitor.next(visitor.signIn(name, passwordOf(name)))).isEqualTo("/");
        return visitor;
    }

    private static long fileId(String name) {
        return console.get(InboundFiles.class).newest(new InsurerCode("YUNHE"), 2).stream()
                .filter(file -> file.shownName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long refusals(String name) {
        return console
                .get(AuditTrail.class)
                .search(new AccessSearch(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1000))
                .stream()
                .filter(entry -> entry.phase() == EntryPhase.REFUSAL)
                .count();
    }

    private static String path(RequestMappingInfo route) {
        return route.getPatternValues().iterator().next();
    }
}
