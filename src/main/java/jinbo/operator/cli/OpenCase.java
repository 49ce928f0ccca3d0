package jinbo.operator.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code case open}: a consumer has complained of a call by letter or telephone. */
@Command(name = "open")
final class OpenCase implements InteractiveTask {

    /** More than any complaint may have, in bytes of a file or characters of the standard input. */
    private static final int MOST = 16 * CallComplaint.LONGEST;

    private static final Path STANDARD_INPUT = Path.of("-");

    @Mixin
    private OneNumber number = new OneNumber();

    @Option(names = "--called-at", paramLabel = "TIME", required = true, descriptionKey = "called-at")
    private Moment calledAt = new Moment(Instant.EPOCH, Instant.EPOCH);

    @Option(names = "--purpose", paramLabel = "PURPOSE", required = true, descriptionKey = "call-purpose")
    private CallPurpose purpose = CallPurpose.OTHER;

    @Option(names = "--insurer", paramLabel = "CODE", descriptionKey = "call-insurer")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--line", paramLabel = "LINE", descriptionKey = "call-line")
    private Optional<LineCode> line = Optional.empty();

    @Option(names = "--caller", paramLabel = "NUMBER", descriptionKey = "call-caller")
    private Optional<TypedNumber> caller = Optional.empty();

    @Option(names = "--words", paramLabel = "FILE", descriptionKey = "call-words")
    private Optional<Path> words = Optional.empty();

    private Optional<String> callerTold = Optional.empty();
    private String wordsTold = "";

    @Override
    public void check() {
        number.check();
        if (calledAt.begin().isBefore(calledAt.end())) {
            throw new UsageException("wrong.called-at");
        }
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        number.ask(terminal, texts);
        callerTold = caller.map(
                typed -> typed.asks() ? terminal.ask(texts.of("prompt.caller")).orElse("") : typed.typed());
        if (words.equals(Optional.of(STANDARD_INPUT))) {
            wordsTold = rest(terminal.in());
        }
    }

    @Override
    public Duty duty() {
        return Duty.OPEN_CASES;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        Cases cases = installation.get(Cases.class);
        CaseNumber opened = cases.open(
                new CallComplaint(
                        number.mobile(),
                        insurer,
                        line,
                        callerTold.map(CallerNumber::typed),
                        calledAt.begin(),
                        purpose,
                        words()),
                CaseSource.OPERATOR,
                UUID.randomUUID(),
                installation.standing().actor(),
                number.reason());
        return CaseStands.of("case.opened", opened, installation);
    }

    private String words() throws IOException {
        if (words.isEmpty() || words.get().equals(STANDARD_INPUT)) {
            return wordsTold;
        }
        if (Files.size(words.get()) > MOST) {
            throw new CallComplaintException(CallComplaintError.WORDS_TOO_LONG);
        }
        try {
            return Files.readString(words.get());
        } catch (CharacterCodingException notUtf8) {
            throw new CallComplaintException(CallComplaintError.WORDS_UNREADABLE);
        }
    }

    private static String rest(Reader in) {
        try {
            StringBuilder text = new StringBuilder();
            for (int c = in.read(); c >= 0 && text.length() < MOST; c = in.read()) {
                text.append((char) c);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
