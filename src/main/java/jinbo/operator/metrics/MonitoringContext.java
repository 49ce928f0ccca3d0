package jinbo.operator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import jinbo.batch.schedule.RunEndNotifier;
import jinbo.batch.schedule.RunKey;
import jinbo.batch.schedule.RunOutcome;
import jinbo.operator.metrics.MetricSources.MetricSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The web context of the monitoring port. Not a {@code @Configuration}: only {@link OpenMonitoringPort} loads it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class
})
@Import({MetricSources.class, PartHealthIndicators.class})
class MonitoringContext {

    /** How long a scrape waits for new values before it returns the old ones. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    static RecordMetrics recordMetrics(
            MeterRegistry registry, Map<String, MetricSource> sources, MonitoringSettings settings) {
        return new RecordMetrics(registry, sources, settings.readEvery(), PATIENCE);
    }

    @Bean
    static FilterRegistrationBean<Filter> refreshBeforeScrape(RecordMetrics metrics) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            metrics.refresh();
            chain.doFilter(request, response);
        });
        filter.addUrlPatterns("/actuator/prometheus");
        return filter;
    }

    @Bean
    static CountRuns countRuns(MeterRegistry registry, RunEndNotifier ended) {
        CountRuns counting = new CountRuns(registry);
        ended.addListener(counting);
        return counting;
    }

    /** Responds with 404 to paths below an unknown health contributor, for which Spring Boot throws. */
    @Bean
    static HandlerExceptionResolver noSuchPart() {
        return (request, response, handler, failure) -> {
            if (!"'contributor' must not be null".equals(failure.getMessage())) {
                return null;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return new ModelAndView();
        };
    }

    record CountRuns(MeterRegistry registry) implements RunEndNotifier.Listener {

        private static final Duration[] BOUNDS = {
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1)
        };

        @Override
        public void ended(RunKey key, RunOutcome outcome, Duration took) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            Counter.builder("jinbo.runs")
                    .description("Runs that have ended on this process")
                    .tag("job", key.job())
                    .tag("outcome", name)
                    .register(registry)
                    .increment();
            if (outcome != RunOutcome.MISSED) {
                Timer.builder("jinbo.run.duration")
                        .description("How long the runs took that have ended on this process")
                        .tag("job", key.job())
                        .tag("outcome", name)
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry)
                        .record(took);
            }
        }
    }
}
