package jinbo.operator.console;

import jakarta.servlet.ServletRequest;
import jinbo.operator.console.RequestLists.PendingRequests;
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

/** What stands behind the console's port. */
@ImportAutoConfiguration(MultipartAutoConfiguration.class)
@Import({
    ConsoleControllerAdvice.class,
    PageAccess.class,
    ConsoleAnswers.class,
    PageOperations.class,
    RunsInBackground.class,
    OnboardingSteps.class,
    FileTimeline.class,
    AskedFor.class,
    ListsOfInsurer.class,
    OpenedEvidence.class,
    NumberAnswers.class,
    SignInPage.class,
    HomePage.class,
    InsurerPages.class,
    LinePages.class,
    InsurerActions.class,
    FilePages.class,
    RequestPages.class,
    RunPages.class,
    ProgressPages.class,
    ExecutionPage.class,
    KeyPage.class,
    AccessLogPages.class,
    NumberPage.class,
    CasePages.class,
    CaseActions.class,
    SanctionPages.class,
    CaseReportPages.class,
    ChartsPage.class,
    AccountPage.class,
    HelpPage.class,
    Lists.class,
    PendingRequests.class,
    FileLists.class,
    RequestLists.class,
    CaseLists.class,
    InsurerLists.class,
    PeoplePages.class,
    UnitPages.class
})
class ConsoleContext extends PageContext {

    @Bean
    static SecurityFilterChain security(HttpSecurity http, SignIn signIn, ConsoleSettings settings) {
        return ConsoleSecurity.of(http, signIn, settings);
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return ConsoleSecurity.NOTHING_BUT_OURS;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-language", ServletRequest::getLocale);
    }
}
