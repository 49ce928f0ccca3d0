package jinbo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.home.HomeException;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Shell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    static Path folder;

    private static String told;
    private static boolean complete;

    @BeforeAll
    static void theDemoRuns() throws Exception {
        StringWriter out = new StringWriter();
        complete = new Demo(folder.resolve("demo"), new PrintWriter(out), Locale.ENGLISH).run(false);
        told = out.toString();
    }

    @Test
    void everythingComesOutAsTold() {
        assertThat(complete).as(told).isTrue();
        assertThat(told)
                .contains("complaints-YUNHE-20120921-001.csv.pgp: ACCEPTED, rows 24, accepted 24, refused 0")
                .contains("complaints-YUNHE-20120921-002.csv.pgp: PARTLY_ACCEPTED, rows 80, accepted 64, refused 16")
                .contains("complaints-CHANGQING-20120921-001.csv.pgp: ACCEPTED, rows 0")
                .contains("complaints-CHANGQING-20120921-002.csv.pgp: HELD, rows 30, accepted 0, refused 30")
                .contains("complaints-CHANGQING-20120921-003.csv.pgp: REFUSED")
                .contains("SIGNER_NOT_ACCEPTED=1")
                .contains("complaints-BEIDOU-20120921-001.csv.pgp: REFUSED")
                .contains("ENVELOPE_INVALID=1")
                .contains("complaints-BEIDOU-20120921-002.csv.pgp: PARTLY_ACCEPTED, rows 6, accepted 5, refused 1")
                .contains("BUSINESS_LINE_NOT_SOLD=1")
                .contains("YUNHE holds list 1 with 87 entries")
                .contains("CHANGQING holds list 1 with 75 entries")
                .contains("BEIDOU holds list 1 with 7 entries")
                .contains("blocklist-YUNHE-00000002-delta.csv.pgp: changes since the previous list: 1; entries"
                        + " after these changes: 87")
                .contains("blocklist-CHANGQING-00000002-delta.csv.pgp: changes since the previous list: 1; entries"
                        + " after these changes: 75")
                .contains("blocklist-BEIDOU-00000002-delta.csv.pgp: changes since the previous list: 2; entries"
                        + " after these changes: 6")
                .contains("YUNHE holds list 2 with 87 entries")
                .contains("CHANGQING holds list 2 with 75 entries")
                .contains("BEIDOU may call this number about MOTOR", "BEIDOU must not call this number about PROPERTY")
                .contains("ack-YUNHE-20120921-001.json.pgp: ACCEPTED {}")
                .contains("ack-BEIDOU-20120921-001.json.pgp: ACCEPTED {}")
                .doesNotContain("NO:", "not genuine");
    }

    @Test
    @Tag("interop")
    void everyPrintedCommandWorksWithGnuPg() {
        ExternalProgram.required("gpg");
        String commands = Stream.concat(
                        told.lines()
                                .filter(line -> line.startsWith("export ")
                                        || line.startsWith("gpg ")
                                        || line.startsWith("sha256sum ")),
                        Stream.of("gpgconf --kill gpg-agent"))
                .collect(Collectors.joining("\n"));

        String answer = new Shell(folder, Map.of("LC_ALL", "C.UTF-8"))
                .run("bash", "-e", "-o", "pipefail", "-c", commands)
                .succeeded()
                .out();

        assertThat(answer)
                .contains("mobile,business_line,effective_on,expires_on\r\n13810012000,LIFE,2012-10-09,2014-10-09\r\n")
                .contains("\"sequence\": 1")
                .contains("[GNUPG:] GOODSIG")
                .contains("[GNUPG:] NOTATION_NAME file@exchange.jinbo")
                .contains("[GNUPG:] NOTATION_DATA blocklist-YUNHE-00000001-full.csv.pgp")
                .contains("[GNUPG:] DECRYPTION_OKAY");
        String hashInManifest = answer.lines()
                .filter(line -> line.contains("\"sha256\":"))
                .map(line -> line.replaceAll(".*\"([0-9a-f]{64})\".*", "$1"))
                .findFirst()
                .orElseThrow();
        assertThat(answer).contains(hashInManifest + "  ");
    }

    @Test
    void whatARunHasWrittenHoldsNoPhoneNumber() throws Exception {
        List<String> numbers = Stream.of(SampleUpload.values())
                .flatMap(upload -> new String(upload.csv(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(row -> row.split(",", 2)[0].replaceAll("[^0-9]", "")))
                .filter(digits -> digits.length() >= 8)
                .map(digits -> digits.substring(digits.length() - 8))
                .distinct()
                .toList();

        assertThat(numbers).hasSizeGreaterThan(100);
        try (Stream<Path> written = Files.walk(folder.resolve("demo"))) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                Path place = folder.resolve("demo").relativize(file);
                boolean mayHoldNumbers = place.startsWith("db") || place.startsWith(Path.of("partners"));
                String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(numbers)
                        .as(place.toString())
                        .noneMatch(number ->
                                place.toString().contains(number) || !mayHoldNumbers && content.contains(number));
            }
        }
        assertThat(numbers).noneMatch(told::contains);
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("precious.txt"), "keep me");

        assertThatThrownBy(() -> new Demo(other, new PrintWriter(new StringWriter()), Locale.ENGLISH).run(false))
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("contains something else");

        assertThat(other.resolve("precious.txt")).hasContent("keep me");
    }

    @Test
    void bothLanguagesTellTheSameStory() {
        assertThat(texts(Locale.CHINESE).keySet()).isEqualTo(texts(Locale.ROOT).keySet());
        for (String key : texts(Locale.ROOT).keySet()) {
            assertThat(facts(texts(Locale.CHINESE).getString(key)))
                    .as(key)
                    .isEqualTo(facts(texts(Locale.ROOT).getString(key)));
        }
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "jinbo.demo.story",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> facts(String text) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }
}
