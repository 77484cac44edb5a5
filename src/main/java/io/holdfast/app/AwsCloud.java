package io.holdfast.app;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Gathering;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
import io.holdfast.model.Handlers;

/** AWS as the loop sees it: the kinds, over one account, region and role. */
public final class AwsCloud implements Cloud {
    private final AwsAccess access;
    private final Handlers handlers;

    public AwsCloud(AwsAccess access) {
        this.access = access;
        this.handlers = Kinds.over(access);
    }

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public Look look() {
        Gathering.Look gathered = access.look();
        Handlers looking = Kinds.over(access.forOneLook());
        return new Look() {
            @Override
            public Handlers handlers() {
                return looking;
            }

            @Override
            public void close() {
                gathered.close();
            }
        };
    }

    @Override
    public Caller caller() {
        Answer<String> account = access.callerAccount();
        return new Caller(account.toOptional(), account.trouble());
    }
}
