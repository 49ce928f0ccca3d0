package jinbo.operator.report;

import jinbo.accesslog.AccessAction;
import jinbo.accesslog.ActorRole;

/**
 * Words of the printed page, in both languages side by side: it goes to people who may not share one.
 *
 * @param zh Chinese
 * @param en English
 */
record Said(String zh, String en) {

    static Said of(ActorRole role) {
        return switch (role) {
            case BATCH -> new Said("批处理", "batch");
            case OPERATOR -> new Said("操作员", "operator");
            case KEY_OFFICER -> new Said("密钥管理员", "key officer");
            case AUDITOR -> new Said("审计员", "auditor");
            case SYSTEM -> new Said("系统", "system");
            case CONSUMER -> new Said("消费者", "consumer");
        };
    }

    static Said of(AccessAction action) {
        return switch (action) {
            case TAKE_IN -> new Said("接收上传文件", "takes an upload in");
            case RELEASE -> new Said("放行或拒收暂停的文件", "releases or refuses a held upload");
            case READ_FOR_LISTS -> new Said("为各名单读取登记库", "reads the registry for block lists");
            case PUBLISH_LIST -> new Said("下发禁拨名单", "publishes a block list");
            case VERIFY_REGISTRY -> new Said("核对登记库", "verifies the registry");
            case SEARCH_BY_NUMBER -> new Said("按号码查询", "searches by number");
            case CHOOSE -> new Said("登记消费者的选择", "registers a consumer's choice");
            case RELEASE_NUMBER -> new Said("释放已易主的号码", "releases a number that changed hands");
            case LOOK_UP -> new Said("查询号码的禁拨情况", "looks a number up");
            case COMPLAIN -> new Said("受理来电投诉", "files a consumer's complaint about a call");
            case SHOW_CASES -> new Said("查看投诉案件", "shows cases");
            case WEIGH_CASE -> new Said("汇集案件证据", "puts the evidence of a case together");
            case HAND_OVER_CASES -> new Said("将案件送交保险公司", "hands cases over to an insurer");
            case WITHDRAW -> new Said("撤回投诉记录", "takes complaints back");
            case SUCCEED -> new Said("由承继公司继承禁拨", "has a successor inherit blocks");
            case ERASE -> new Said("清除到期号码", "erases numbers");
            case SETTLE_RESTORATION -> new Said("了结恢复", "settles a restoration");
            case PROVE_NUMBER -> new Said("以验证码核实号码", "has the holder of a number prove it by a code");
            case SHOW_REGISTRATION -> new Said("向消费者显示其登记", "shows a consumer what is registered");
            case REMIND -> new Said("提醒消费者禁拨即将到期", "reminds a consumer that a block ends soon");
            case DECIDE -> new Said("决定", "decides");
        };
    }
}
