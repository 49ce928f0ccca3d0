package jinbo.operator.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Option;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.csv.CsvTableWriter;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;

/** Shows the console's tables as pages or CSV files, and makes the cells and filters that several of them share. */
record Lists(MessageSource messages, Insurers insurers, Clock clock) {

    /** @return the name of the template, a redirect to a URL without phone number, or the response with the CSV file */
    Object show(ListView list, Model model) {
        return show(list, "list", model);
    }

    Object show(ListView list, String template, Model model) {
        if (list.query().hasNumber()) {
            return "redirect:" + list.query().with(ListQuery.NUMBERS, "true");
        }
        if (!list.query().isCsv()) {
            model.addAttribute("list", list);
            return template;
        }
        String name = list.key() + "-" + BusinessTime.today(clock) + ".csv";
        return csv(name, table(list));
    }

    static ResponseEntity<byte[]> csv(String fileName, byte[] table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(table);
    }

    private byte[] table(ListView list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CsvTableWriter.writeByteOrderMark(out);
            try (CsvTableWriter csv = new CsvTableWriter(out, StandardCharsets.UTF_8)) {
                csv.write(list.columns().stream()
                        .map(column -> message(column.label()))
                        .toList());
                list.rows()
                        .forEach(row ->
                                csv.write(row.cells().stream().map(this::field).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    PageAnswer failure(String message) {
        return new PageAnswer(PageAnswer.End.NOT_DONE, List.of(new PageAnswer.Lines(List.of(message(message)))));
    }

    private String field(Cell cell) {
        String text = cell.message().isEmpty() ? cell.text() : message(cell.message());
        String whole = cell.note().isEmpty() ? text : text + " " + cell.note();
        return CsvTableWriter.escapeFormula(whole);
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Returns a function that makes cells with code, name and link of insurers. */
    Function<InsurerCode, Cell> insurerCells() {
        Map<InsurerCode, String> names =
                insurers.all().stream().collect(Collectors.toMap(Insurer::code, Insurer::name));
        return code -> Cell.text(code.value()).to("/insurers/" + code.value()).note(names.getOrDefault(code, ""));
    }

    Filter insurerFilter() {
        return new Filter(
                "insurer",
                "insurer",
                ListView.Kind.CHOICE,
                insurers.all().stream()
                        .map(one -> new Option(one.code().value(), "", one.name() + " (" + one.code() + ")"))
                        .toList());
    }

    Optional<InsurerCode> insurer(ListQuery query) {
        return query.find("insurer")
                .flatMap(code -> insurers.all().stream()
                        .map(Insurer::code)
                        .filter(one -> one.value().equals(code))
                        .findFirst());
    }
}
