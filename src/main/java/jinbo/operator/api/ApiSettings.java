package jinbo.operator.api;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the local interface is, and who reaches it.
 *
 * @param socket path of the socket; empty for one in the home
 * @param group of the operating system, whose members reach it beside the program's own user; empty for nobody else
 */
@ConfigurationProperties(prefix = "jinbo.api", ignoreUnknownFields = false)
public record ApiSettings(
        @DefaultValue("") String socket, @DefaultValue("") String group) {

    /** @throws IllegalArgumentException if the group could never reach the socket */
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
