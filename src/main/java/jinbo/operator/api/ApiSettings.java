package jinbo.operator.api;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings {@code jinbo.api.*}: the path of a socket outside the home, and a group that may use it. */
@ConfigurationProperties(prefix = "jinbo.api", ignoreUnknownFields = false)
public record ApiSettings(
        @DefaultValue("") String socket, @DefaultValue("") String group) {

    public ApiSettings {
        if (!group.isEmpty() && socket.isEmpty()) {
            throw new IllegalArgumentException("group is " + group
                    + ", but only its owner can access the home; set socket to a path in a folder that this group"
                    + " can enter");
        }
    }

    Optional<Path> path() {
        return Optional.of(socket)
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(text).toAbsolutePath());
    }

    Optional<String> admitted() {
        return Optional.of(group).filter(text -> !text.isEmpty());
    }
}
