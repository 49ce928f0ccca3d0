package jinbo.operator.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jinbo.accesslog.AccessCount;
import jinbo.accesslog.LogTree;
import jinbo.platform.http.HtmlEscape;
import jinbo.reference.calendar.BusinessTime;

/**
 * A report as one page of HTML in Chinese and English that can be printed, filed and mailed: it loads nothing, runs nothing,
 * and forbids the browser both.
 */
final class HtmlReportWriter implements ReportWriter {

    private static final int BUFFER = 1 << 16;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);
    private static final String COLUMNS = part("columns.html");

    private final Writer out;
    private final Map<String, String> names;
    private boolean inSection;
    private Optional<String> insurer = Optional.empty();
    private AccessReport.Totals ofInsurer = AccessReport.Totals.NOTHING;

    /** @param names of insurers, by code */
    HtmlReportWriter(OutputStream stream, Map<String, String> names) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
        this.names = Map.copyOf(names);
    }

    @Override
    public void begin(ReportHeader head) throws IOException {
        LogTree.SignedTreeHead log = head.head();
        String madeAt = TIME.format(head.madeAt().atZone(BusinessTime.ZONE));
        out.write(part("head.html")
                .replace("{month}", head.month().toString())
                .replace("{style}", part("print.css"))
                .replace("{made-at}", madeAt)
                .replace("{not-over}", head.isOver() ? "" : part("not-over.html"))
                .replace("{log}", HtmlEscape.escape(log.log()))
                .replace("{size}", count(log.size()))
                .replace("{root}", HtmlEscape.escape(log.root()))
                .replace(
                        "{insurer}",
                        head.insurer()
                                .map(code -> HtmlEscape.escape(named(code.value())))
                                .orElseGet(() -> both(new BilingualLabel("全部保险公司", "all insurers")))));
    }

    @Override
    public void add(AccessCount count) throws IOException {
        if (!inSection || !insurer.equals(count.insurer())) {
            endSection();
            out.write("<section>\n<h2>"
                    + count.insurer()
                            .map(code -> HtmlEscape.escape(named(code)))
                            .orElseGet(() -> both(new BilingualLabel("不属于单个保险公司", "No single insurer's")))
                    + "</h2>\n<table>\n" + COLUMNS + "<tbody>\n");
            inSection = true;
            insurer = count.insurer();
            ofInsurer = AccessReport.Totals.NOTHING;
        }
        ofInsurer = ofInsurer.plus(count);
        out.write("<tr>" + text(count.actor()) + "<td>" + both(BilingualLabel.of(count.role())) + "</td>"
                + text(count.confirmedBy().orElse("")) + "<td><code>" + count.action() + "</code><br>"
                + both(BilingualLabel.of(count.action())) + "</td>" + text(count.purpose())
                + numbers(AccessReport.Totals.NOTHING.plus(count)) + "</tr>\n");
    }

    @Override
    public void end(AccessReport.Totals totals) throws IOException {
        boolean nothing = !inSection;
        endSection();
        out.write(
                nothing
                        ? "<p>" + both(new BilingualLabel("没有访问。", "There were no accesses.")) + "</p>\n"
                        : "<section>\n<h2>" + both(new BilingualLabel("合计", "All together")) + "</h2>\n<table>\n"
                                + part("total-columns.html") + "<tbody>\n<tr>" + numbers(totals)
                                + "</tr>\n</tbody>\n</table>\n</section>\n");
        out.write(part("foot.html"));
        out.flush();
    }

    private void endSection() throws IOException {
        if (inSection) {
            out.write("</tbody>\n<tfoot>\n<tr><th scope=\"row\" colspan=\"5\">" + both(new BilingualLabel("小计", "Sum"))
                    + "</th>" + numbers(ofInsurer) + "</tr>\n</tfoot>\n</table>\n</section>\n");
        }
    }

    private String named(String code) {
        return Optional.ofNullable(names.get(code))
                .map(name -> code + " " + name)
                .orElse(code);
    }

    private static String text(String words) {
        return "<td><bdi>" + HtmlEscape.escape(words) + "</bdi></td>";
    }

    private static String numbers(AccessReport.Totals sums) {
        StringBuilder cells = new StringBuilder();
        for (long sum :
                List.of(sums.accesses(), sums.numbers(), sums.failed(), sums.withoutResult(), sums.refusals())) {
            cells.append("<td class=\"number\">").append(count(sum)).append("</td>");
        }
        return cells.toString();
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String part(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReportWriter.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Both languages, the English one marked as such. */
    private static String both(BilingualLabel bilingualLabel) {
        return HtmlEscape.escape(bilingualLabel.zh()) + " <span lang=\"en\">" + HtmlEscape.escape(bilingualLabel.en())
                + "</span>";
    }
}
