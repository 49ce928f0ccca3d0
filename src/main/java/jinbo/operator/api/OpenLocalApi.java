package jinbo.operator.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import jinbo.platform.home.Home;
import jinbo.platform.home.RequestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Opens the local interface, a Unix socket by which other processes of this machine send operations. */
@Component
@EnableConfigurationProperties(ApiSettings.class)
public record OpenLocalApi(ConfigurableApplicationContext program, ApiSettings settings, Home home) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLocalApi.class);

    /** The longest path of a socket on Linux; on a system with a lower limit, Tomcat reports an error. */
    private static final int LONGEST_PATH = 107;

    public interface Open extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Opens the interface until the result is closed. It does nothing if another process already listens on the socket,
     * or if the system has no Unix sockets. Commands find the socket, or a link to it, in the home.
     */
    public Open open(Path ofHome) {
        Path socket = settings.path().orElse(ofHome);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            LOG.warn(
                    "The socket path {} is too long, so each command opens the home itself: set jinbo.api.socket",
                    socket);
            return () -> {};
        }
        try {
            if (new ApiClient(socket).isAnswered()) {
                LOG.info("Another process receives the commands of this machine at {}", socket);
                return () -> {};
            }
            deleteLeftBehind(socket);
            RequestFolder.deleteAbandoned(home);
            ConfigurableApplicationContext web = listen(socket);
            try {
                admitGroup(socket);
                if (!socket.equals(ofHome)) {
                    Files.deleteIfExists(ofHome);
                    Files.createSymbolicLink(ofHome, socket);
                }
            } catch (IOException e) {
                web.close();
                throw e;
            }
            LOG.info("Commands of this machine are received at {}", socket);
            return web::close;
        } catch (UnsupportedOperationException e) {
            LOG.warn("This system does not support Unix domain sockets, so each command opens the home itself", e);
            return () -> {};
        } catch (IOException e) {
            throw new UncheckedIOException("The socket " + socket + " cannot be created: " + e.getMessage(), e);
        }
    }

    /** Deletes the socket of a process that died; never deletes another kind of file. */
    private static void deleteLeftBehind(Path socket) throws IOException {
        if (Files.exists(socket)
                && !Files.readAttributes(socket, BasicFileAttributes.class).isOther()) {
            throw new FileAlreadyExistsException(socket.toString());
        }
        Files.deleteIfExists(socket);
    }

    private ConfigurableApplicationContext listen(Path socket) {
        return new SpringApplicationBuilder(ApiContext.class)
                .parent(program)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.location=classpath:/jinbo/operator/api/socket.yaml",
                        "--" + ApiContext.SOCKET + "=" + socket);
    }

    private void admitGroup(Path socket) throws IOException {
        if (settings.admitted().isPresent()) {
            Files.getFileAttributeView(socket, PosixFileAttributeView.class)
                    .setGroup(socket.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(settings.admitted().get()));
        }
    }
}
