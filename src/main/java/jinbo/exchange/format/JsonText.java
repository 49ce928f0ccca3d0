package jinbo.exchange.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.reference.calendar.BusinessTime;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as the exchange formats require: UTF-8, indented, a line feed at the end, hashes in lower-case hex. */
final class JsonText {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Separators SPACED =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter(SPACED).withObjectIndenter(INDENT).withArrayIndenter(INDENT))
            .build();

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Instant EARLIEST = startOf(1000);
    private static final Instant AFTER_LATEST = startOf(10_000);

    private JsonText() {}

    static byte[] object(Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(bytes)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    static void writeArray(JsonGenerator json, String name, Stream<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }

    static String requireSha256(String field, String text) {
        if (!isSha256(text)) {
            throw new IllegalArgumentException(field + " is not 64 lower-case hex digits");
        }
        return text;
    }

    static String instant(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(BusinessTime.ZONE).toOffsetDateTime());
    }

    /** Requires that an instant in another party's file has a year of four digits in Beijing. */
    static void requireWritable(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || !instant.isBefore(AFTER_LATEST)) {
            throw new IllegalArgumentException(field + " is not of the years 1000 to 9999");
        }
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
