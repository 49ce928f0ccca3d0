package jinbo;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps Spring Boot's parts for HTTP, health and metrics out of commands, which have no use for them and start sooner without. */
class CommandAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private boolean isWeb;

    @Override
    public void setEnvironment(Environment environment) {
        isWeb = "servlet".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"));
    }

    @Override
    public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            wanted[i] = isWeb || classes[i] == null || !isForWeb(classes[i]);
        }
        return wanted;
    }

    private static boolean isForWeb(String part) {
        return part.matches(
                        "org\\.springframework\\.boot\\.(actuate|health|http|jackson|micrometer|security|servlet|thymeleaf|tomcat|webmvc)\\..*")
                || part.matches(".*\\.(health|metrics|observation|availability)\\..*");
    }
}
