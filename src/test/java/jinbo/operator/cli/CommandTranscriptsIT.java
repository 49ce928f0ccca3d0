package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.BackgroundSequencer;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.SubjectKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.home.Home;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stories in {@code transcripts/} answer as they are kept: {@code NAME.txt} as text in English and as JSON, {@code
 * NAME.zh.txt} as text in Chinese. Each story is told three times, each time from the same beginning: an exchange with the
 * three sample insurers on 2 March 2026. {@code -Djinbo.transcripts=held,keys} tells some of them alone.
 */
class CommandTranscriptsIT {

    private static final String BEGINNING = "2026-03-02T08:00:00+08:00";

    private static final String HOME = "home";

    /** All that a story sees: the home, and what people keep on their side. */
    @TempDir
    private Path folder;

    @TempDir
    private Path beginning;

    private TestExchange exchange;
    private String database;
    private FolderCopy home;

    @BeforeEach
    void open() throws IOException {
        useSampleKeys(new Home(folder.resolve(HOME)).create().keys());
        exchange = TestExchange.startWithSampleKeys(folder.resolve(HOME), new SettableClock(BEGINNING), Map.of());
        exchange.bean(BackgroundSequencer.class).close();
        InstallationCache.SHARED.placeEntriesInBackground(false);
        database = exchange.backUp();
        home = FolderCopy.of(exchange.home(), beginning);
        makeWhatAHomeGetsAtItsFirstUse();
    }

    @AfterEach
    void close() {
        InstallationCache.SHARED.placeEntriesInBackground(true);
        exchange.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsTranscribed() {
        return TranscriptFile.all().stream()
                .filter(file -> List.of(System.getProperty("jinbo.transcripts", file.name())
                                .split(","))
                        .contains(file.name()))
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> answers(file)));
    }

    private void answers(TranscriptFile file) {
        Transcript transcript = file.read();
        List<CommandOutput> english = outputs(transcript, "en", "text");
        List<CommandOutput> chinese = outputs(transcript, "zh", "text");
        List<CommandOutput> json = outputs(transcript, "en", "json");

        file.english()
                .mustHold(transcript.whole(IntStream.range(0, english.size())
                        .mapToObj(i -> shown(english.get(i)) + shownAsJson(json.get(i), english.get(i)))
                        .toList()));
        file.chinese()
                .mustHold(transcript.commandsAlone(
                        chinese.stream().map(CommandTranscriptsIT::shown).toList()));
    }

    /** What each command shows, with placeholders. */
    private List<CommandOutput> outputs(Transcript transcript, String language, String form) {
        beginAnew();
        Placeholders placeholders = new Placeholders(folder);
        List<CommandOutput> outputs = new ArrayList<>();
        try (TranscriptEvents events = new TranscriptEvents(exchange, folder)) {
            for (Transcript.Part part : transcript.parts()) {
                if (part instanceof Transcript.Event event) {
                    events.happen(new Transcript.Event(
                            event.words(),
                            event.content().stream().map(placeholders::reveal).toList()));
                } else if (part instanceof Transcript.Typed typed) {
                    CommandOutput output = type(TypedLine.of(typed.line()), language, form, events, placeholders);
                    assertThat(output.err()).as(typed.line()).doesNotContain("\tat ");
                    outputs.add(new CommandOutput(
                            output.exitCode(), placeholders.hide(output.out()), placeholders.hide(output.err())));
                }
                placeEntries();
            }
        }
        return outputs;
    }

    /** As a program does that ends; in the background it might come before an answer or after it. */
    private void placeEntries() {
        try {
            exchange.bean(LogTree.class).signIfPending();
        } catch (AccessLogAlarmException raised) {
            // the story goes on and tells of it
        }
    }

    private CommandOutput type(
            TypedLine typed, String language, String form, TranscriptEvents events, Placeholders placeholders) {
        CommandSession session = CommandSession.over(exchange).in(language);
        for (Map.Entry<String, String> variable : typed.environment().entrySet()) {
            session = session.with(variable.getKey(), variable.getValue());
        }
        if (typed.input().isPresent()) {
            session = session.withInput(typed.input().get());
        }
        if (!typed.person().isEmpty()) {
            session = session.as(events.person(typed.person()));
        }
        List<String> words =
                new ArrayList<>(typed.words().stream().map(placeholders::reveal).toList());
        if (words.contains("partner") && !words.contains("--partner")) {
            words.addAll(List.of("--partner", placeholders.reveal("./own")));
        }
        if (form.equals("json") && typed.output().isEmpty() && !words.contains("--output")) {
            words.addAll(List.of("--output", "json"));
        }
        CommandOutput output = session.type(words.toArray(String[]::new));
        typed.output().map(placeholders::reveal).ifPresent(file -> write(Path.of(file), output.out()));
        return typed.output().isEmpty() ? output : new CommandOutput(output.exitCode(), "", output.err());
    }

    private void beginAnew() {
        InstallationCache.SHARED.disconnect();
        exchange.restore(database);
        home.putBack();
        FolderCopy.clear(folder, HOME);
        exchange.clock().set(BEGINNING);
    }

    /** Its keys and folders: an open home goes on with those that it has read, and is opened anew where they change. */
    private void makeWhatAHomeGetsAtItsFirstUse() {
        exchange.bean(SubjectKeys.class).subjectOf(13810009999L, LocalDate.of(2026, 3, 2));
        exchange.upload("YUNHE", "complaints-YUNHE-20260302-001.csv.pgp", "mobile,complaint,complained_on\r\n");
        for (String job : List.of("collect-uploads", "publish-block-lists", "settle-cases")) {
            CommandSession.over(exchange).type("run", job);
        }
        home.renew(List.of("drops", "spool", "checkpoints", "quarantine"));
    }

    /** Those of the repository, whose fingerprints are always the same. */
    private static void useSampleKeys(Path keys) throws IOException {
        for (Map.Entry<String, String> key : Map.of(
                        "association.secret.asc", "association.asc",
                        "association.ssh", "association.ssh",
                        "access-log.key", "access-log.key",
                        "host.ssh", "host.ssh")
                .entrySet()) {
            new OwnerOnlyFile(keys.resolve(key.getValue()))
                    .write(Files.readString(TestExchange.KEYS.resolve(key.getKey())));
        }
    }

    private static String shown(CommandOutput output) {
        StringBuilder shown = new StringBuilder(output.out());
        output.err().lines().forEach(line -> shown.append("! ").append(line).append('\n'));
        return shown + (output.exitCode() == 0 ? "" : "[" + output.exitCode() + "]\n");
    }

    /** Nothing, where a program is told what people are, as of wrong use. */
    private static String shownAsJson(CommandOutput json, CommandOutput text) {
        if (json.equals(text)) {
            return "";
        }
        return "--- json\n"
                + shown(new CommandOutput(
                        json.exitCode() == text.exitCode() ? 0 : json.exitCode(),
                        pretty(json.out()),
                        pretty(json.err())));
    }

    private static String pretty(String json) {
        try {
            return json.isBlank()
                    ? json
                    : new ShortJson(140).write(JsonMapper.shared().readTree(json)) + "\n";
        } catch (JacksonException noJson) {
            return json;
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
