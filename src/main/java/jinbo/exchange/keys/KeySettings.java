package jinbo.exchange.keys;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings {@code jinbo.keys.*}. Unknown ones are refused: a misspelt one would leave the keys unprotected. */
@ConfigurationProperties(prefix = "jinbo.keys", ignoreUnknownFields = false)
public record KeySettings(@DefaultValue("") String passphraseFile) {

    public Optional<Path> file() {
        return Optional.of(passphraseFile).filter(path -> !path.isBlank()).map(Path::of);
    }
}
