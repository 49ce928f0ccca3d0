import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import jinbo.operator.cli.Jinbo;
import picocli.AutoComplete;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the completion and the manual of all commands into a folder: {@code jinbo.bash} is the completion for bash,
 * {@code man1} and {@code zh_CN/man1} contain the manual pages in AsciiDoc.
 */
public final class WriteManual {

    private WriteManual() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(
                folder.resolve("jinbo.bash"), AutoComplete.bash("jinbo", Jinbo.commandLine(Locale.ENGLISH)));
        writeManual(folder.resolve("man1"), Locale.ENGLISH);
        writeManual(folder.resolve("zh_CN/man1"), Locale.CHINESE);
    }

    private static void writeManual(Path folder, Locale language) throws IOException {
        ManPageGenerator.generateManPage(
                folder.toFile(),
                null,
                new boolean[0],
                true,
                Jinbo.commandLine(language).getCommandSpec());
    }
}
