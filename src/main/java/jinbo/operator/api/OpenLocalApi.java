package jinbo.operator.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Opens the local interface for as long as {@code serve} runs. */
@Component
public class OpenLocalApi {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLocalApi.class);

    private final ConfigurableApplicationContext program;
    private final ConfigurableListableBeanFactory beans;

    OpenLocalApi(ConfigurableApplicationContext program, ConfigurableListableBeanFactory beans) {
        this.program = program;
        this.beans = beans;
    }

    /** An open interface. */
    public interface Open extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Until what it gives is closed. Where another process listens on that socket already, that one goes on, and this one does not
     * listen.
     *
     * @param socket where
     * @param format writes results and failures
     */
    public Open open(Path socket, AnswerFormat format) {
        if (!beans.containsSingleton(AnswerFormat.BEAN)) {
            beans.registerSingleton(AnswerFormat.BEAN, format);
        }
        try {
            if (new ApiClient(socket).isAnswered()) {
                LOG.info("Commands of this machine go to another process at {}", socket);
                return () -> {};
            }
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("The socket " + socket + " cannot be made", e);
        }
        ConfigurableApplicationContext web = new SpringApplicationBuilder(ApiContext.class)
                .parent(program)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.location=classpath:/jinbo/operator/api/socket.yaml",
                        "--" + LocalSocketCustomizer.PATH + "=" + socket,
                        "--" + LocalSocketCustomizer.PERMISSIONS + "=rw-------");
        LOG.info("Commands of this machine come in at {}", socket);
        return web::close;
    }
}
