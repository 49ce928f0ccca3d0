package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The npm package html-validate: checks pages against the HTML standard. */
public final class HtmlValidator {

    private static final Path PROGRAM = Path.of("target/peers/node_modules/html-validate/bin/html-validate.mjs");

    /** Its rules for the standard; how a template is laid out is not the standard's business. */
    private static final String RULES =
            "{\"root\": true, \"extends\": [\"html-validate:standard\"], \"rules\": {\"void-style\": \"off\", \"no-trailing-whitespace\": \"off\"}}";

    private HtmlValidator() {}

    /** Skips the test where the program is missing, or fails it where it must not be. */
    public static void required() {
        ExternalProgram.required("node");
        if (!Files.exists(PROGRAM)) {
            ExternalProgram.missing(
                    "the npm package html-validate is not in target/peers (.ci/run tells how it comes there)");
        }
    }

    /** @param folder empty, for the pages and the report */
    public static void assertValid(Path folder, List<HttpResponse<String>> pages) throws IOException {
        for (int page = 0; page < pages.size(); page++) {
            String path = pages.get(page).uri().getPath().replace('/', '_');
            Files.writeString(
                    folder.resolve(page + path + ".html"), pages.get(page).body());
        }
        Files.writeString(folder.resolve(".htmlvalidate.json"), RULES);
        Shell.Answer answer = new Shell(folder, Map.of())
                .run("node", PROGRAM.toAbsolutePath().toString(), "--formatter", "text", folder + "/*.html");
        assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
    }
}
