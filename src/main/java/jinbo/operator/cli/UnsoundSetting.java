package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;

/**
 * @param key its full name, for example {@code jinbo.publish-block-lists.use-by-workdays}
 * @param value what was set, without what may be a phone number; empty if there is no setting of that name
 * @param where the file with its line, or what else it was set by
 */
record UnsoundSetting(String key, Optional<String> value, String where) {

    /** The one that kept the program from starting, if it was a setting. */
    static Optional<UnsoundSetting> in(Throwable failure) {
        Optional<UnsoundSetting> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unknown) {
                return unknown.getUnboundProperties().stream().findFirst().map(UnsoundSetting::unknown);
            }
            if (cause instanceof BindException unusable) {
                found = Optional.ofNullable(unusable.getProperty()).map(UnsoundSetting::unusable);
            }
        }
        return found;
    }

    ErrorMessage message() {
        return value.map(unusable -> ErrorMessage.of(CliError.SETTING_UNUSABLE, key, where, unusable))
                .orElseGet(() -> ErrorMessage.of(CliError.SETTING_UNKNOWN, key, where));
    }

    private static UnsoundSetting unknown(ConfigurationProperty property) {
        return new UnsoundSetting(property.getName().toString(), Optional.empty(), whereOf(property));
    }

    private static UnsoundSetting unusable(ConfigurationProperty property) {
        return new UnsoundSetting(
                property.getName().toString(),
                Optional.of(TellWrongUse.withoutNumbers(String.valueOf(property.getValue()))),
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
                .map(UnsoundSetting::fileOf)
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
