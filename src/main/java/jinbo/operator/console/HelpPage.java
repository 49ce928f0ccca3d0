package jinbo.operator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the section "Pages" of {@code docs/operators/console.md}, with a table of contents. */
@ConsolePage
class HelpPage {

    /**
     * The ids of the sections, in the order of the handbook, which is the same in both languages. An id is the first
     * path segment of the page that the section describes, if there is such a page.
     */
    private static final List<String> IDS = List.of(
            "tasks",
            "home",
            "lists",
            "files",
            "held",
            "insurers",
            "units",
            "people",
            "lines",
            "requests",
            "cases",
            "sanctions",
            "runs",
            "executions",
            "keys",
            "number",
            "log",
            "charts",
            "account");

    private static final Set<String> WITHOUT_PAGE = Set.of("tasks", "lists");

    public record Section(String id, String title) {

        String address() {
            return WITHOUT_PAGE.contains(id) ? "#" + id : id.equals("home") ? "/" : "/" + id;
        }
    }

    private record Chapter(List<Section> sections, String html) {}

    private final Chapter english = read("/docs/operators/console.md", "Pages");
    private final Chapter chinese = read("/docs/operators/console.zh.md", "页面");

    @GetMapping("/help")
    String show(Locale locale, Model model) {
        Chapter chapter = "zh".equals(locale.getLanguage()) ? chinese : english;
        model.addAttribute("sections", chapter.sections());
        model.addAttribute("pages", chapter.html());
        return "help";
    }

    private static Chapter read(String handbook, String heading) {
        Node chapter = Parser.builder().build().parse(chapter(handbook, heading));
        List<Section> sections = new ArrayList<>();
        Iterator<String> ids = IDS.iterator();
        chapter.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading title) {
                sections.add(new Section(ids.next(), ((Text) title.getFirstChild()).getLiteral()));
            }
        });
        chapter.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading title) {
                Link page = new Link();
                page.setDestination(addressOf(((Text) title.getFirstChild()).getLiteral()));
                page.appendChild(title.getFirstChild());
                title.appendChild(page);
            }

            /** A link to a section leads to its page. Other pages of the handbook are not served. */
            @Override
            public void visit(Link link) {
                if (link.getDestination().startsWith("#")) {
                    link.setDestination(addressOf(link.getDestination().substring(1)));
                    return;
                }
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            }

            /** @param title of a section, as a title or as an anchor */
            private String addressOf(String title) {
                return sections.stream()
                        .filter(section -> anchor(section.title()).equals(anchor(title)))
                        .map(Section::address)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(handbook + " has no section " + title));
            }
        });
        if (ids.hasNext()) {
            throw new IllegalStateException(handbook + " has no section for " + ids.next());
        }
        Iterator<Section> next = sections.iterator();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading) {
                        attributes.put("id", next.next().id());
                    }
                })
                .build();
        return new Chapter(sections, renderer.render(chapter));
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
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
