-- A form may be sent again after another number was proven in the same browser: that is another consumer's complaint.
alter table call_case drop constraint call_case_request_key;
alter table call_case add unique (request, subject);
