package jinbo.operator.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;

/**
 * @param value with possible phone numbers masked; empty if there is no such setting
 * @param where the file with its line, or the other source of the value
 */
public record InvalidSetting(String key, Optional<String> value, String where) {

    /** The setting that kept the program from starting, if a setting was the cause. */
    static Optional<InvalidSetting> in(Throwable failure) {
        Optional<InvalidSetting> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return unknown.getUnboundProperties().stream().findFirst().map(InvalidSetting::unknown);
            }
            if (cause instanceof BindException unusable) {
                found = Optional.ofNullable(unusable.getProperty()).map(InvalidSetting::unusable);
            }
        }
        return found;
    }

    ErrorMessage message() {
        return value.map(unusable -> ErrorMessage.of(CommandError.SETTING_UNUSABLE, key, where, unusable))
                .orElseGet(() -> ErrorMessage.of(CommandError.SETTING_UNKNOWN, key, where));
    }

    private static InvalidSetting unknown(ConfigurationProperty property) {
        return new InvalidSetting(property.getName().toString(), Optional.empty(), whereOf(property));
    }

    private static InvalidSetting unusable(ConfigurationProperty property) {
        return new InvalidSetting(
                property.getName().toString(),
                Optional.of(PhoneDigits.masked(String.valueOf(property.getValue()))),
                whereOf(property));
    }

    private static String whereOf(ConfigurationProperty property) {
        Optional<Origin> origin = Optional.ofNullable(property.getOrigin());
        return origin.map(known -> known instanceof PropertySourceOrigin inFile && inFile.getOrigin() != null
                        ? inFile.getOrigin()
                        : known)
                .map(known -> known instanceof TextResourceOrigin text ? lineOf(text) : known.toString())
                .orElse(Page.NOTHING);
    }

    private static String lineOf(TextResourceOrigin origin) {
        String file = Optional.ofNullable(origin.getResource())
                .map(InvalidSetting::fileOf)
                .orElse(Page.NOTHING);
        return Optional.ofNullable(origin.getLocation())
                .map(location -> file + ":" + (location.getLine() + 1))
                .orElse(file);
    }

    private static String fileOf(Resource resource) {
        try {
            return resource.isFile()
                    ? Path.of(resource.getURI()).normalize().toString()
                    : String.valueOf(resource.getFilename());
        } catch (IOException e) {
            return resource.getDescription();
        }
    }
}
