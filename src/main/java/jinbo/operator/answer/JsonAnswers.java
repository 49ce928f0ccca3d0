package jinbo.operator.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.request.RequestOperations.RequestSheet;
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

/** Writes results of commands as JSON: snake_case names, {@code null} for missing values, Beijing time, English. */
public final class JsonAnswers {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(text(
                            Instant.class,
                            at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BusinessTime.ZONE))))
                    .addSerializer(Fingerprint.class, ToStringSerializer.instance)
                    .addSerializer(InsurerCode.class, ToStringSerializer.instance)
                    .addSerializer(LineCode.class, ToStringSerializer.instance)
                    .addSerializer(InsurerLine.class, ToStringSerializer.instance)
                    .addSerializer(CaseNumber.class, ToStringSerializer.instance)
                    .addSerializer(text(ServiceNumber.class, ServiceNumber::digits))
                    .addSerializer(Salesperson.class, ToStringSerializer.instance)
                    .addSerializer(UnitCode.class, ToStringSerializer.instance)
                    .addSerializer(PersonName.class, ToStringSerializer.instance)
                    .addSerializer(
                            text(Outline.class, outline -> Texts.in(Language.EN).of(outline)))
                    .addSerializer(text(ErrorMessage.class, message -> message.in(Language.EN.locale())))
                    .addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    private JsonAnswers() {}

    public static String write(Object answer) {
        return MAPPER.writeValueAsString(RequestSheet.sheetIfStored(answer)).replace("\r\n", "\n") + "\n";
    }

    private static <T> StdSerializer<T> text(Class<T> type, Function<T, String> text) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(text.apply(value));
            }
        };
    }
}
