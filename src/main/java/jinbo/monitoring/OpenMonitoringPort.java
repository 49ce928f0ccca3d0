package jinbo.monitoring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import jinbo.monitoring.MonitoringPort.Open;
import jinbo.monitoring.MonitoringPort.Taken;
import jinbo.monitoring.MonitoringPort.Unwanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Opens the port in a context of its own below the program's: commands other than {@code serve} load nothing of it, and a port that
 * is taken keeps no job from running.
 */
@Component
public class OpenMonitoringPort {

    private static final Logger LOG = LoggerFactory.getLogger(OpenMonitoringPort.class);

    private final ConfigurableApplicationContext program;
    private final MonitoringSettings settings;

    OpenMonitoringPort(ConfigurableApplicationContext program, MonitoringSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** What belongs to the program whether or not the port is open. */
    ListableBeanFactory program() {
        return program;
    }

    /** Until what it gives is closed. */
    public MonitoringPort open() {
        if (!settings.isWanted()) {
            return new Unwanted();
        }
        // asked before, because Spring Boot would write into the log that the whole program has failed
        return isFree() ? start() : taken();
    }

    private MonitoringPort start() {
        try {
            ConfigurableApplicationContext web = new SpringApplicationBuilder(MonitoringContext.class)
                    .parent(program)
                    .web(WebApplicationType.SERVLET)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .run(
                            "--spring.config.location=classpath:/jinbo/monitoring/port.yaml",
                            "--server.address=" + settings.address(),
                            "--server.port=" + settings.port());
            int port = ((WebServerApplicationContext) web).getWebServer().getPort();
            LOG.info("Health and metrics are told at {} port {}", settings.address(), port);
            return new Open(settings.address(), port, web::close);
        } catch (RuntimeException e) {
            if (!isAboutThePort(e)) {
                throw e;
            }
            return taken();
        }
    }

    private Taken taken() {
        LOG.warn(
                "Health and metrics cannot be told at {} port {}: the port is taken, or the address is not of this machine;"
                        + " the jobs run without. Set jinbo.monitoring.port to another one, to 0 for any, or to -1 for none",
                settings.address(),
                settings.port());
        return new Taken(settings.address(), settings.port());
    }

    private boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAboutThePort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof WebServerException) {
                return true;
            }
        }
        return false;
    }
}
