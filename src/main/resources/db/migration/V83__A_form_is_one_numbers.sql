-- A form's id is drawn by whoever sends the form, and says nothing of who that is: of two numbers each may have sent the same.
alter table consumer_word drop constraint consumer_word_request_key;
alter table consumer_word add unique (request, subject);

-- Of the form that has used the link of a reminder: sent again it is told so, and proves nothing a second time. Null: not used, or used
-- before forms were kept.
alter table reminder add column renewed_by uuid;
