package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.exchange.keys.Prompt;
import jinbo.operator.cli.CommandsInProcess;
import jinbo.reference.calendar.BusinessTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types commands, which run in this process. A session never changes: what sets something gives another session.
 *
 * <pre>{@code
 * CommandSession commands = CommandSession.over(exchange);
 * commands.as(wang).type("key", "revoke", "YUNHE", fingerprint, "--reason", "stolen");
 * JsonNode keys = commands.json("key", "list", "YUNHE");
 * commands.partner(folder).type("sync");
 * }</pre>
 *
 * @param home the folder of {@code --home}
 * @param clock the time of each command; empty for that of the machine
 * @param settings Spring properties, and secrets that a real process has in its environment
 * @param language {@code en} or {@code zh}
 * @param first the words that each command begins with
 * @param options what follows the words of each command
 * @param input the standard input
 * @param prompt answers what is asked for and not shown
 * @param reader gets the result of each command
 */
public record CommandSession(
        Path home,
        Optional<SettableClock> clock,
        Map<String, String> settings,
        String language,
        List<String> first,
        List<String> options,
        String input,
        Prompt prompt,
        Consumer<CommandOutput> reader) {

    /** The home of commands that open none. */
    public static final Path NO_HOME = Path.of("target", "no-home-is-made-here");

    private static final String CLOCK = "jinbo.clock";

    /** In a home with the settings of the program itself, in English. */
    public static CommandSession of(Path home) {
        return new CommandSession(
                home, Optional.empty(), Map.of(), "en", List.of(), List.of(), "", Prompt.NONE, typed -> {});
    }

    /** Of commands that need no home. */
    public static CommandSession withoutHome() {
        return of(NO_HOME);
    }

    /** With the settings of tests, in a home with a database of its own. */
    public static CommandSession over(Path home, SettableClock clock) {
        return of(home).at(clock)
                .with("logging.level.root", "warn")
                .with("spring.profiles.active", "test")
                // whatever room the disk has that the tests run on
                .with("jinbo.watch.disk-free-at-least", "0B")
                .with("jinbo.watch.disk-free-percent-at-least", "0")
                .with("jinbo.collect-uploads.fetch.leave-free", "0B");
    }

    /** The same over a database that others use, too. */
    public static CommandSession over(Path home, String databaseUrl, SettableClock clock) {
        return over(home, clock).with("spring.datasource.url", databaseUrl);
    }

    /** Over the home and the database of an exchange, with its clock; the exchange need not be open. */
    public static CommandSession over(TestExchange exchange) {
        return over(exchange.home(), exchange.databaseUrl(), exchange.clock());
    }

    /** Each command has the time that a clock has at that moment. */
    public CommandSession at(SettableClock moved) {
        return new CommandSession(home, Optional.of(moved), settings, language, first, options, input, prompt, reader);
    }

    /** In another language. */
    public CommandSession in(String other) {
        return new CommandSession(home, clock, settings, other, first, options, input, prompt, reader);
    }

    /** With one more setting. */
    public CommandSession with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new CommandSession(home, clock, more, language, first, options, input, prompt, reader);
    }

    /** A person acts. */
    public CommandSession as(TestPerson person) {
        return new CommandSession(home, clock, settings, language, first, person.options(), input, prompt, reader);
    }

    /** With something on the standard input. */
    public CommandSession withInput(String text) {
        return new CommandSession(home, clock, settings, language, first, options, text, prompt, reader);
    }

    /** Somebody answers what is asked for and not shown. */
    public CommandSession answeredBy(Prompt person) {
        return new CommandSession(home, clock, settings, language, first, options, input, person, reader);
    }

    /** Somebody reads the result of each command, too. */
    public CommandSession readBy(Consumer<CommandOutput> also) {
        return new CommandSession(home, clock, settings, language, first, options, input, prompt, reader.andThen(also));
    }

    /** The commands of an insurer on its own side, which open no home. */
    public CommandSession partner(Path folder) {
        List<String> ofFolder = List.of("--partner", folder.toString());
        return new CommandSession(
                NO_HOME, clock, settings, language, List.of("partner"), ofFolder, input, prompt, reader);
    }

    /** Types a command. A language among its words comes before that of the session. */
    public CommandOutput type(String... words) {
        CommandOutput typed = CommandsInProcess.run(settingsNow(), input, prompt, all(words));
        reader.accept(typed);
        return typed;
    }

    /** The next command opens its home anew, and knows nothing but what is written. */
    public void startAnew() {
        CommandsInProcess.startAnew();
    }

    /** The answer of a command that succeeds. */
    public JsonNode json(String... words) {
        return json(0, words);
    }

    /** The answer of a command that complains of nothing and ends with an exit code. */
    public JsonNode json(int exitCode, String... words) {
        CommandOutput typed = type(withJson(words));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).as(typed.out()).isEqualTo(exitCode);
        return typed.json();
    }

    /** The complaint of a command that fails and answers nothing. */
    public String failure(String... words) {
        CommandOutput typed = type(words);
        assertThat(typed.exitCode()).as(typed.shown()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        return typed.err();
    }

    /** The same complaint for programs. */
    public JsonNode failureJson(String... words) {
        return JsonMapper.shared().readTree(failure(withJson(words)));
    }

    private static String[] withJson(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--output", "json")).toArray(String[]::new);
    }

    private List<String> all(String... words) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        if (Stream.of(words).noneMatch(text -> text.startsWith("--lang"))) {
            all.addAll(List.of("--lang", language));
        }
        all.addAll(first);
        all.addAll(List.of(words));
        all.addAll(options);
        return all;
    }

    private Map<String, String> settingsNow() {
        Map<String, String> now = new TreeMap<>();
        clock.map(SettableClock::instant)
                .map(instant -> instant.atZone(BusinessTime.ZONE).toOffsetDateTime())
                .ifPresent(time -> now.put(CLOCK, time.toString()));
        now.putAll(settings);
        return now;
    }
}
