package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.registry.ConsumerChoice;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestExchange;
import jinbo.testing.TestGateway;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A confirmation can be verified without the exchange. */
class ConfirmationIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(sed .*?)```", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static TestExchange exchange;
    private static ConsumerService service;
    private static int numbers;

    /** Unique for each test. */
    private final String number = "1381000123" + numbers++;

    @BeforeAll
    static void open() throws IOException {
        gateway = TestGateway.open();
        Path home = folder.resolve("home");
        exchange = TestExchange.start(home, new SettableClock("2026-11-24T09:00:00+08:00"), gateway.settings(home));
        service = exchange.bean(ConsumerService.class);
    }

    @AfterAll
    static void close() {
        exchange.close();
        gateway.close();
    }

    @Test
    void statesTheChoiceAndItsPlaceInTheLog() throws IOException {
        assertThat(confirmed().note().lines())
                .startsWith("jinbo-confirmation/v1")
                .contains(
                        "number: " + number,
                        "registered: 2026-11-24T09:00+08:00",
                        "no-calls-from: all of PROPERTY, YUNHE/LIFE",
                        "term: 1Y",
                        "first-day: 2026-12-04",
                        "last-day: 2027-12-03",
                        "consent: " + ConsentText.VERSION)
                .anyMatch(line -> line.matches("log-index: \\d+"))
                .anyMatch(line -> line.startsWith("log-checkpoint: access-log.jinbo.invalid/"));
    }

    @Test
    void opensslVerifiesItWithTheDocumentedCommands() throws IOException {
        ExternalProgram.required("openssl");
        Confirmation confirmation = confirmed();
        Files.writeString(folder.resolve("note.txt"), confirmation.note());
        Files.writeString(folder.resolve("vkey"), confirmation.verifierKey() + "\n");

        assertThat(check().out()).contains("Signature Verified Successfully");

        Files.writeString(folder.resolve("note.txt"), confirmation.note().replace("last-day: 2027", "last-day: 2028"));
        assertThat(check().exit()).isNotZero();
    }

    @Test
    void refusesReferencesOfOtherNumbers() throws IOException {
        RegistrationReference reference = confirmed().registration().reference();

        assertThat(service.confirmation(proven("1381000999" + numbers), reference))
                .isEmpty();
    }

    private Shell.Answer check() throws IOException {
        Matcher commands = COMMANDS.matcher(Files.readString(Path.of("docs/operators/portal.md")));
        assertThat(commands.find()).isTrue();
        return new Shell(folder, Map.of()).run(List.of("bash", "-ec", commands.group(1)));
    }

    private Confirmation confirmed() {
        ProvenNumber proven = proven(number);
        ConsumerRegistration registration = service.choose(
                proven,
                new ConsumerChoice(TestLines.PROPERTY, Set.of(InsurerLine.parse("YUNHE/LIFE")), Term.ONE_YEAR),
                Optional.of(ConsentText.VERSION),
                UUID.randomUUID());
        return service.confirmation(proven, registration.reference()).orElseThrow();
    }

    private ProvenNumber proven(String number) {
        CodeRequestOutcome.Sent sent = (CodeRequestOutcome.Sent)
                service.sendCode(number, Visitor.at("192.0.2." + number.charAt(10)), Locale.ENGLISH);
        return ((CodeCheckOutcome.Right) service.verifyCode(sent.challenge(), sent.mobile(), gateway.codeFor(number)))
                .number();
    }
}
