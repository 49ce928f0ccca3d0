package jinbo.operator.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.request.RequestSheet;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.PersonName;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Writes answers as JSON: fields in the order of the records, in snake_case; what does not exist is {@code null}, so that
 * the shape is always the same; instants carry the offset of Beijing, as in receipts and manifests.
 */
final class JsonAnswers {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new WithOffset())
                    .addSerializer(Fingerprint.class, ToStringSerializer.instance)
                    .addSerializer(InsurerCode.class, ToStringSerializer.instance)
                    .addSerializer(LineCode.class, ToStringSerializer.instance)
                    .addSerializer(InsurerLine.class, ToStringSerializer.instance)
                    .addSerializer(CaseNumber.class, ToStringSerializer.instance)
                    .addSerializer(ServiceNumber.class, new OfDigits())
                    .addSerializer(Salesperson.class, ToStringSerializer.instance)
                    .addSerializer(UnitCode.class, ToStringSerializer.instance)
                    .addSerializer(PersonName.class, ToStringSerializer.instance)
                    .addSerializer(Outline.class, new InEnglish())
                    .addSerializer(ErrorMessage.class, new EnglishMessage())
                    .addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    private JsonAnswers() {}

    static String write(Object answer) {
        return MAPPER.writeValueAsString(RequestSheet.ifStored(answer)).replace("\r\n", "\n") + "\n";
    }

    private static final class InEnglish extends StdSerializer<Outline> {
        InEnglish() {
            super(Outline.class);
        }

        @Override
        public void serialize(Outline outline, JsonGenerator json, SerializationContext context) {
            json.writeString(Texts.in(Language.EN).of(outline));
        }
    }

    private static final class OfDigits extends StdSerializer<ServiceNumber> {
        OfDigits() {
            super(ServiceNumber.class);
        }

        @Override
        public void serialize(ServiceNumber number, JsonGenerator json, SerializationContext context) {
            json.writeString(number.digits());
        }
    }

    private static final class EnglishMessage extends StdSerializer<ErrorMessage> {
        EnglishMessage() {
            super(ErrorMessage.class);
        }

        @Override
        public void serialize(ErrorMessage message, JsonGenerator json, SerializationContext context) {
            json.writeString(message.in(Language.EN.locale()));
        }
    }

    private static final class WithOffset extends StdSerializer<Instant> {
        WithOffset() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(BusinessTime.ZONE)));
        }
    }
}
