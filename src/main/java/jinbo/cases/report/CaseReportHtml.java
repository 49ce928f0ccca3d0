package jinbo.cases.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import jinbo.platform.http.HtmlEscape;
import jinbo.reference.calendar.BusinessTime;

/**
 * The report as one page of HTML in Chinese and English that can be printed and mailed: it loads nothing, runs nothing, and forbids
 * the browser both.
 */
final class CaseReportHtml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    private CaseReportHtml() {}

    static byte[] of(CaseReport report, CaseReportContent content) {
        StringBuilder page = new StringBuilder(part("head.html")
                .replace("{month}", report.month().toString())
                .replace("{style}", part("print.css"))
                .replace("{made-at}", TIME.format(report.madeAt().atZone(BusinessTime.ZONE)))
                .replace("{not-over}", report.isFinal() ? "" : part("not-over.html")));
        page.append("<div class=\"pictures\">\n");
        content.bars().forEach(barChart -> page.append(picture(barChart)));
        page.append("</div>\n");
        content.grids().forEach(reportTable -> page.append(table(reportTable)));
        return page.append(part("foot.html")).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String picture(BarChart barChart) {
        StringBuilder html =
                new StringBuilder("<section>\n<h2>" + both(barChart.title()) + "</h2>\n<table class=\"bars\">\n");
        html.append("<thead><tr><td></td><td></td>");
        for (int i = 0; i < barChart.series().size(); i++) {
            html.append("<th scope=\"col\" class=\"number\"><span class=\"series s")
                    .append(i)
                    .append("\"></span>")
                    .append(both(barChart.series().get(i).title()))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (BarChart.Row row : barChart.rows()) {
            html.append("<tr><th scope=\"row\">").append(both(row.name())).append("</th><td class=\"bar\">");
            html.append(drawn(row)).append("</td>");
            row.bars()
                    .forEach(bar -> html.append("<td class=\"number\">")
                            .append(bar.value())
                            .append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n</section>\n").toString();
    }

    private static String drawn(BarChart.Row row) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + BarChart.WIDTH + " "
                + BarChart.HEIGHT * row.bars().size() + "\" height=\""
                + row.bars().size() * 8
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        for (int i = 0; i < row.bars().size(); i++) {
            BarChart.Row.Bar bar = row.bars().get(i);
            svg.append("<rect class=\"s%d\" x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                    .formatted(i, bar.y(), bar.width(), BarChart.HEIGHT));
        }
        return svg.append("</svg>").toString();
    }

    private static String table(ReportTable reportTable) {
        return "<section>\n<h2>" + both(reportTable.title())
                + "</h2>\n<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">"
                + both(reportTable.first()) + "</th>"
                + reportTable.heads().stream()
                        .map(head -> "<th scope=\"col\">" + both(head) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead>\n<tbody>\n"
                + reportTable.rows().stream().map(CaseReportHtml::line).collect(Collectors.joining())
                + "</tbody>\n</table></div>\n</section>\n";
    }

    private static String line(ReportTable.Row row) {
        List<String> cells = row.cells();
        return "<tr><th scope=\"row\">" + both(row.name()) + "</th>"
                + cells.stream()
                        .map(cell -> "<td class=\"number\">" + cell + "</td>")
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String both(BilingualTitle title) {
        return title.zh().equals(title.en())
                ? HtmlEscape.escape(title.zh())
                : HtmlEscape.escape(title.zh()) + " <span lang=\"en\">" + HtmlEscape.escape(title.en()) + "</span>";
    }

    private static String part(String name) {
        try (InputStream in = Objects.requireNonNull(CaseReportHtml.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
