package jinbo.participant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationReaderTest {

    private static final OperationCatalog CATALOG = new OperationCatalog(List.of(Sample.class));
    private static final Instant NOW = Instant.parse("2012-09-21T01:00:00Z");

    /** Operations with values that are sent beside the document. */
    sealed interface Sample extends Operation {

        @UseCase(name = "sample apart", duty = Duty.OPEN_CASES)
        record Apart(
                InsurerCode insurer,
                @Typed(otherwise = "100") int limit,
                List<OperationFile> letters,
                Optional<OperationNumber> number,
                Optional<HiddenText> caller)
                implements Sample {}

        @UseCase(name = "sample written", duty = Duty.LOOK)
        record Written(Optional<Path> to) implements Sample {}
    }

    @TempDir
    private Path folder;

    private Sample.Apart whole;
    private OperationDocument document;

    @BeforeEach
    void write() throws IOException {
        whole = new Sample.Apart(
                new InsurerCode("YUNHE"),
                100,
                List.of(
                        new OperationFile(Files.writeString(folder.resolve("a.txt"), "first")),
                        new OperationFile(Files.writeString(folder.resolve("b.txt"), "second"))),
                Optional.of(OperationNumber.of(new Mobile(13810001234L))),
                Optional.of(new HiddenText("010-12345678")));
        document = OperationDocument.of(whole, Optional.of(Signer.of("a log", "zhao", NOW)));
    }

    @Test
    void whatIsReadIsWhatWasHandedOver() throws IOException {
        assertThat(OperationReader.received(document, CATALOG)).isEqualTo(whole);
    }

    @Test
    void theDocumentContainsNoSecretsAndPaths() {
        assertThat(document.json())
                .contains("a.txt", "\"caller\":\"***\"")
                .doesNotContain("13810001234", "12345678", folder.toString());
        assertThat(document.texts())
                .isEqualTo(Map.of("number", List.of("13810001234"), "caller", List.of("010-12345678")));
    }

    @Test
    void missingValuesGetTheirDefaults() throws IOException {
        assertThat(read("{\"operation\":\"sample apart\",\"version\":1,\"values\":{\"insurer\":\"YUNHE\"}}"))
                .isEqualTo(
                        new Sample.Apart(new InsurerCode("YUNHE"), 100, List.of(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"insurer":"YUNHE","number":"13810001234"}; SENT_IN_DOCUMENT
            {"insurer":"YUNHE","caller":"010-12345678"}; SENT_IN_DOCUMENT
            {"insurer":"YUNHE","caller":"***"}; VALUE_UNUSABLE
            {"insurer":"YUNHE","letters":[{"name":"a.txt","size":5,"sha256":"00"}]}; FILE_DIFFERS
            {"insurer":"YUNHE","more":"x"}; MEMBER_UNKNOWN
            {"insurer":["YUNHE"]}; VALUE_UNUSABLE
            {"insurer":1}; VALUE_UNUSABLE
            {"insurer":"yunhe 1"}; VALUE_UNUSABLE
            {"insurer":"YUNHE","limit":"many"}; VALUE_UNUSABLE
            {}; VALUE_UNUSABLE
            """)
    void nothingIsGuessedOrPassedOver(String values, OperationError error) {
        assertRefused(
                new OperationDocument(
                        "{\"operation\":\"sample apart\",\"version\":1,\"values\":" + values + "}", Map.of(), Map.of()),
                error);
    }

    @Test
    void whatComesBesideHasToBelongToIt() {
        String json = "{\"operation\":\"sample apart\",\"version\":1,\"values\":{\"insurer\":\"YUNHE\"}}";

        assertRefused(
                new OperationDocument(json, Map.of("insurer", List.of("BEIDOU")), Map.of()),
                OperationError.MEMBER_UNKNOWN);
        assertRefused(
                new OperationDocument(json, Map.of("caller", List.of("010-12345678")), Map.of()),
                OperationError.VALUE_UNUSABLE);
        assertRefused(
                new OperationDocument(json, Map.of(), Map.of("letters", List.of(folder.resolve("a.txt")))),
                OperationError.FILE_DIFFERS);
    }

    @Test
    void aHiddenTextThatWasNotSentIsMissing() {
        assertThat(HiddenText.require(whole.caller(), "caller").text()).isEqualTo("010-12345678");
        assertThatExceptionOfType(OperationException.class)
                .isThrownBy(() -> HiddenText.require(Optional.empty(), "caller"))
                .withMessageContaining("caller is missing");
    }

    @Test
    void aConfirmationMayOnlyBringANumber() {
        assertThat(beside(Map.of(), Map.of()).numberBeside()).isEmpty();
        assertThat(beside(Map.of("number", List.of("13810001234")), Map.of()).numberBeside())
                .isEqualTo(whole.number());
        assertThat(List.of(
                        beside(Map.of("numbers", List.of("13810001234")), Map.of()),
                        beside(Map.of("number", List.of("13810001234", "13810001235")), Map.of()),
                        beside(Map.of(), Map.of("number", List.of(folder)))))
                .allSatisfy(document ->
                        assertThatExceptionOfType(OperationException.class).isThrownBy(document::numberBeside));
    }

    private static OperationDocument beside(Map<String, List<String>> texts, Map<String, List<Path>> files) {
        return new OperationDocument("{}", texts, files);
    }

    @Test
    void onlyCommandsWriteResultsToFiles() {
        assertRefused(
                new OperationDocument(
                        "{\"operation\":\"sample written\",\"version\":1,\"values\":{\"to\":\"/tmp/x\"}}",
                        Map.of(),
                        Map.of()),
                OperationError.PLACE_ON_DISK);
        assertThat(OperationDocument.canHold(new Sample.Written(Optional.of(folder))))
                .isFalse();
        assertThat(OperationDocument.canHold(new Sample.Written(Optional.empty())))
                .isTrue();
        assertThat(OperationDocument.canHold(whole)).isTrue();
    }

    private static Operation read(String json) throws IOException {
        return OperationReader.received(new OperationDocument(json, Map.of(), Map.of()), CATALOG);
    }

    private static void assertRefused(OperationDocument document, OperationError error) {
        assertThatExceptionOfType(OperationException.class)
                .as(document.json())
                .isThrownBy(() -> OperationReader.received(document, CATALOG))
                .satisfies(e -> assertThat(e.error()).isEqualTo(error));
    }
}
