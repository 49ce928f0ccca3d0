package jinbo.operator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import jinbo.demo.Demo;
import jinbo.operator.answer.Language;
import picocli.CommandLine.Command;

/** {@code demo}: one whole cycle in a fresh home, shown step by step. */
@Command(name = "demo")
final class RunDemo {

    /** @return whether all came out as it should */
    boolean run(Path home, PrintWriter out, Language language) throws IOException {
        return new Demo(home, out, language.locale()).run();
    }
}
