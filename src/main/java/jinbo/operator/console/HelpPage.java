package jinbo.operator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows the chapter about the console from the operators' handbook. The id of a section is its English heading in lower
 * case, which is also the first path segment of the page that it describes. Both languages have the same sections in
 * the same order.
 */
@ConsolePage
class HelpPage {

    private final String english;
    private final String chinese;

    HelpPage() {
        String chapter = chapter("/docs/operators/console.md", "Pages");
        List<String> ids = chapter.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        english = render(chapter, ids);
        chinese = render(chapter("/docs/operators/console.zh.md", "页面"), ids);
    }

    @GetMapping("/help")
    String show(Locale locale, Model model) {
        model.addAttribute("pages", "zh".equals(locale.getLanguage()) ? chinese : english);
        return "help";
    }

    private static String render(String chapter, List<String> ids) {
        Iterator<String> next = ids.iterator();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading) {
                        attributes.put("id", next.next());
                    }
                })
                .build();
        return renderer.render(Parser.builder().build().parse(chapter));
    }

    /** Returns the text below a heading of level 2; the headings in it are moved up by one level. */
    private static String chapter(String handbook, String heading) {
        try (InputStream page = HelpPage.class.getResourceAsStream(handbook)) {
            if (page == null) {
                throw new IllegalStateException(handbook + " is missing from the program");
            }
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String start = "\n## " + heading + "\n";
            String from = text.substring(text.indexOf(start) + start.length());
            return from.substring(0, from.indexOf("\n## ")).replace("\n### ", "\n## ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
