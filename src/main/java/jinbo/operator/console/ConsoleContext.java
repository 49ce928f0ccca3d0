package jinbo.operator.console;

import jakarta.servlet.ServletRequest;
import jinbo.participant.staff.SignIn;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.PageContext;
import jinbo.platform.http.PageLocaleResolver;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;

@ImportAutoConfiguration(MultipartAutoConfiguration.class)
@Import({
    ConsoleControllerAdvice.class,
    ConsoleAnswers.class,
    PageOperations.class,
    BackgroundRuns.class,
    InsurerPages.OnboardingSteps.class,
    FilePages.FileTimeline.class,
    RequestPages.RequestSubjects.class,
    RequestData.class,
    InsurerPages.DeliveredLists.class,
    CasePages.OpenedEvidence.class,
    NumberPage.NumberAnswers.class,
    HomePage.class,
    InsurerPages.class,
    LinePages.class,
    FilePages.class,
    RequestPages.class,
    RunPages.class,
    ProgressPages.class,
    KeyPage.class,
    AccessLogPages.class,
    LogTexts.class,
    NumberPage.class,
    CasePages.class,
    SanctionPages.class,
    CaseReportPages.class,
    ChartsPage.class,
    AccountPage.class,
    HelpPage.class,
    Lists.class,
    RequestPages.PendingRequests.class,
    InsurerLists.class,
    PeoplePages.class,
    UnitPages.class
})
/** The web context of the console's port. */
class ConsoleContext extends PageContext {

    @Bean
    static SecurityFilterChain security(HttpSecurity http, SignIn signIn, ConsoleSettings settings) {
        return ConsoleSecurity.of(http, signIn, settings);
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return ConsoleSecurity.CONTENT_POLICY;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-language", ServletRequest::getLocale);
    }
}
