package jinbo.operator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the operators' handbook says of the pages, a section each, under the name that the page has in its address. */
@ConsolePage
class HelpPage {

    private static final String HANDBOOK = "/docs/operators/console.md";
    private static final String CHAPTER = "\n## Pages\n";

    private final String pages = rendered();

    @GetMapping("/help")
    String show(Model model) {
        model.addAttribute("pages", pages);
        return "help";
    }

    private static String rendered() {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .attributeProviderFactory(context -> (node, tag, attributes) -> identify(node, attributes))
                .build();
        return renderer.render(Parser.builder().build().parse(chapter()));
    }

    private static void identify(Node node, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof Text name) {
            attributes.put("id", name.getLiteral().toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    private static String chapter() {
        try (InputStream handbook = HelpPage.class.getResourceAsStream(HANDBOOK)) {
            if (handbook == null) {
                throw new IllegalStateException(HANDBOOK + " is missing from the program");
            }
            String text = new String(handbook.readAllBytes(), StandardCharsets.UTF_8);
            String from = text.substring(text.indexOf(CHAPTER) + CHAPTER.length());
            return from.substring(0, from.indexOf("\n## ")).replace("\n### ", "\n## ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
