package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The files of {@code src/dist} agree with each other and with the commands that there are. */
class PackageFilesTest {

    private static final Path FOLDER = Path.of("src/dist");

    private final CommandLine jinbo = Jinbo.commandLine(Texts.in(Language.EN));

    @Test
    void wrapperKnowsTheOptionsThatTakeAValue() throws IOException {
        List<String> options = jinbo.getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName)
                .toList();

        assertThat(options)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("--home"), alternatives("(--output [^)]*)\\) value_follows=yes"))
                                .toList());
    }

    @Test
    void wrapperNamesCommandsThatThereAre() throws IOException {
        List<String> named = Pattern.compile("\"\\$command\" !?= (\\w+)")
                .matcher(read("jinbo"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).containsExactlyInAnyOrder("demo", "partner", "serve");
        assertThat(jinbo.getSubcommands()).containsKeys(named.toArray(String[]::new));
    }

    /** {@code src/dist/WriteManual.java} writes it, and the manual, from the same commands. */
    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(AutoComplete.bash("jinbo", Jinbo.commandLine(Locale.ENGLISH)))
                .contains("function _picocli_jinbo_held_release()", "--reason");
    }

    @Test
    void unitAndScriptsMeanWhatThePackageHolds() throws IOException {
        String unit = read("jinbo.service");
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(unit)
                .contains("ExecStart=/usr/bin/jinbo serve\n", "EnvironmentFile=/etc/jinbo/jinbo.env\n", "User=jinbo\n")
                .contains("LoadCredential=keys-passphrase:/etc/jinbo/keys-passphrase\n", "StateDirectory=jinbo\n");
        assertThat(pom)
                .contains("<dst>/etc/jinbo/jinbo.env</dst>\n                      <conffile>true</conffile>")
                .contains("<includes>bin/**,lib/jinbo/archive-classes</includes>");
        assertThat(read("jinbo.env"))
                .contains("JINBO_HOME=/var/lib/jinbo\n", "JINBO_KEYS_PASSPHRASEFILE=/run/jinbo/keys-passphrase\n");
        assertThat(read("deb/postinst"))
                .contains("/etc/jinbo/keys-passphrase", "/usr/lib/jinbo/archive-classes", "--home /var/lib/jinbo");
        assertThat(read("deb/control")).contains("Depends: ", "java17-runtime-headless");
    }

    /** Those of a {@code case} of the wrapper. */
    private static Stream<String> alternatives(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(read("jinbo"));
        assertThat(found.find()).as(pattern).isTrue();
        return Arrays.stream(found.group(1).split(" \\| "));
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }
}
